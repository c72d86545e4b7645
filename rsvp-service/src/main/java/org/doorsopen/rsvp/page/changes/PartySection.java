package org.doorsopen.rsvp.page.changes;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.status.PartyChange;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * The part of the page about one RSVP where the number of guests is changed.
 *
 * @param answer to the change that was asked for, or that it is on its way; null if none was
 * @param form null where there is nothing to choose from
 * @param changing whether an answer is about to come
 */
public record PartySection(@Nullable Answer answer, @Nullable Form form, boolean changing) {

  public static final String CHANGING = "changing";
  static final String GUESTS = "guests";
  static final String KEY = "key";

  /**
   * @param tone a CSS class
   */
  public record Answer(String tone, String text) {}

  /**
   * @param key as long as no other change is answered, the same wish counts once
   */
  public record Form(String action, String key, List<Choice> choices, String hint) {}

  public record Choice(String value, boolean chosen) {}

  /**
   * @param changes the answers so far
   * @param asked the id of the change that was just asked for; null if none was
   * @param mayChange whether the link is good for it
   * @return null where there is nothing to show
   */
  static @Nullable PartySection of(
      RsvpStatus status,
      @Nullable Meetup meetup,
      List<PartyChange> changes,
      @Nullable String asked,
      boolean mayChange,
      Instant now,
      Speech speech) {
    if (!status.status().stands() || status.guests() == null || meetup == null) {
      return null;
    }
    PartyChange latest =
        changes.stream().filter(change -> change.changeId().equals(asked)).findFirst().orElse(null);
    if (asked != null && latest == null) {
      return new PartySection(new Answer("waiting", speech.say("party.asked")), null, true);
    }
    Answer answer = latest == null ? null : answer(latest, status, speech);
    Form form = mayChange ? form(status, meetup.contents(), changes.size(), now, speech) : null;
    return answer == null && form == null ? null : new PartySection(answer, form, false);
  }

  /** Another change may have been decided since; the headline shows that one. */
  private static @Nullable Answer answer(PartyChange change, RsvpStatus status, Speech speech) {
    Integer guests = change.guests();
    return switch (change.status()) {
      case REQUESTED -> null;
      case CHANGED ->
          status.guests().equals(guests)
              ? new Answer(
                  "good",
                  speech.say(
                      status.status() == State.WAITLISTED
                          ? "party.changed.waiting"
                          : "party.changed",
                      guests))
              : null;
      case DECLINED ->
          new Answer(
              "bad",
              speech.say("party.wanted", guests)
                  + " "
                  + speech.sayOr("party.declined." + change.reason(), "party.declined.UNKNOWN")
                  + " "
                  + speech.say(
                      status.status() == State.WAITLISTED ? "party.stays.waiting" : "party.stays"));
    };
  }

  private static @Nullable Form form(
      RsvpStatus status, PublishedMeetup meetup, int answered, Instant now, Speech speech) {
    int guests = status.guests();
    boolean waits = status.status() == State.WAITLISTED;
    boolean onlyFewer =
        now.isBefore(meetup.windows().rsvpOpensAt())
            || !now.isBefore(meetup.windows().rsvpClosesAt());
    int most = onlyFewer ? guests : Math.max(guests, meetup.seating().maxGuests());
    if (most == 0 || status.reason() == Reason.WAITLIST_CLOSED) {
      return null;
    }
    String hint = onlyFewer ? "party.hint.fewer" : waits ? "party.hint.waiting" : "party.hint";
    return new Form(
        "/rsvps/" + status.rsvpId() + "/party",
        "%s %d".formatted(status.rsvpId(), answered),
        IntStream.rangeClosed(0, most)
            .mapToObj(choice -> new Choice(Integer.toString(choice), choice == guests))
            .toList(),
        speech.say(hint));
  }
}
