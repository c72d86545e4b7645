package org.doorsopen.rsvp.attendees.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.pages.FormField;
import org.doorsopen.pages.TypedForm;
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
    TypedForm form = new TypedForm(typed, wrong, speech);
    String error = wrong.contains(GrantForm.REASON) ? speech.say("grant.reason.wrong") : null;
    return new NewAttendeePage(
        speech.say("attendee.new.title", meetup.contents().title()),
        AttendeesPage.seats(meetup.seats(), speech),
        note,
        AttendeesPage.address(meetup.meetupId()) + "/rsvps",
        List.of(
            form.field("name", "text", "attendee.new.name").asRequired(),
            form.field("email", "email", "attendee.new.email").asRequired(),
            form.field("guests", "number", "attendee.new.guests", "0")),
        typed.isEmpty()
            ? GrantForm.fresh(meetup.seats().kept(), speech)
            : GrantForm.of(typed, meetup.seats().kept(), error, speech),
        AttendeesPage.address(meetup.meetupId()));
  }
}
