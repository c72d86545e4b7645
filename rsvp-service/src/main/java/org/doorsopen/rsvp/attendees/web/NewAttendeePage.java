package org.doorsopen.rsvp.attendees.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.pages.FormField;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup;
import org.jspecify.annotations.Nullable;

/**
 * The form by which an organizer adds a person, with all that was typed before.
 *
 * @param seats how full the room is
 * @param note what went wrong before, or null
 * @param list the address of all who come
 */
record NewAttendeePage(
    String title,
    String seats,
    @Nullable String note,
    String action,
    List<FormField> fields,
    GrantForm grant,
    String list) {

  /**
   * @param wrong the names of the fields that were wrong
   */
  static NewAttendeePage of(
      Meetup meetup,
      Map<String, String> typed,
      Set<String> wrong,
      @Nullable String note,
      Speech speech) {
    String error = wrong.contains(GrantForm.REASON) ? speech.say("grant.reason.wrong") : null;
    return new NewAttendeePage(
        speech.say("attendee.new.title", meetup.contents().title()),
        AttendeesPage.seats(meetup.seats(), speech),
        note,
        AttendeesPage.address(meetup.meetupId()) + "/rsvps",
        List.of(
            field("name", "text", true, typed, wrong, speech),
            field("email", "email", true, typed, wrong, speech),
            field("guests", "number", false, typed, wrong, speech)),
        typed.isEmpty()
            ? GrantForm.fresh(meetup.seats().kept(), speech)
            : GrantForm.of(typed, meetup.seats().kept(), error, speech),
        AttendeesPage.address(meetup.meetupId()));
  }

  private static FormField field(
      String name,
      String type,
      boolean required,
      Map<String, String> typed,
      Set<String> wrong,
      Speech speech) {
    return new FormField(
        name,
        speech.say("attendee.new." + name),
        type,
        typed.getOrDefault(name, name.equals("guests") ? "0" : ""),
        null,
        "off",
        required,
        wrong.contains(name) ? speech.say("attendee.new." + name + ".wrong") : null);
  }
}
