package org.doorsopen.rsvp.attendees.web;

import java.util.List;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.attendees.Attendee;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.status.Happening;
import org.doorsopen.rsvp.status.Happening.Kind;
import org.doorsopen.rsvp.status.RsvpHistory;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * One RSVP in words, and what an organizer can do about it.
 *
 * @param tone a CSS class
 * @param email null if it was erased or is not read yet
 * @param unreached since when mails reach nobody, and why; null where they arrive
 * @param note what has just been asked for, or went wrong; null for nothing
 * @param asked whether something is about to be decided
 * @param grant null where no seats can be given
 * @param cancel null where there is nothing to cancel
 * @param list the address of all of them
 */
record AttendeePage(
    String title,
    String state,
    String tone,
    String party,
    @Nullable String email,
    @Nullable String unreached,
    @Nullable Note note,
    boolean asked,
    List<Line> history,
    @Nullable Give grant,
    @Nullable Cancel cancel,
    String list,
    String meetup) {

  /**
   * @param tone a CSS class
   */
  record Note(String tone, String text) {}

  /**
   * @param iso for programs
   */
  record Line(String iso, String time, String text) {}

  /**
   * @param consequence what becomes of the seats
   * @param typed the words so far
   * @param error what is wrong with them, or null
   */
  record Cancel(String action, String consequence, String typed, int max, @Nullable String error) {}

  /**
   * Seats by hand.
   *
   * @param free in words, how many are free to everybody
   */
  record Give(String action, String free, GrantForm form) {}

  /**
   * How the page comes to be shown.
   *
   * @param granting whether seats by hand were just asked for
   * @param answer to that, as far as it was read
   * @param cancelling whether a cancellation was just accepted
   * @param typed the words that were sent and not accepted; empty for none
   * @param error what is wrong with them, or null
   * @param away whether something did not answer, so that the outcome is unknown
   */
  record Visit(
      boolean cancelling,
      boolean granting,
      RsvpHistory.@Nullable Answer answer,
      String typed,
      @Nullable String error,
      boolean away) {

    static Visit first(boolean cancelling) {
      return new Visit(cancelling, false, null, "", null, false);
    }

    static Visit granting(RsvpHistory.@Nullable Answer answer) {
      return new Visit(false, true, answer, "", null, false);
    }

    static Visit again(String typed, @Nullable String error, boolean away) {
      return new Visit(false, false, null, typed, error, away);
    }
  }

  static AttendeePage of(
      Attendee attendee, List<Happening> happenings, Meetup meetup, Visit visit, Speech speech) {
    AttendeeWords words = new AttendeeWords(meetup, speech);
    boolean stands = attendee.status().stands();
    boolean asked = (visit.cancelling() && stands) || (visit.granting() && visit.answer() == null);
    return new AttendeePage(
        words.name(attendee),
        words.state(attendee),
        AttendeeWords.tone(attendee.status()),
        words.party(attendee),
        attendee.email(),
        words.unreached(attendee),
        note(asked, visit, speech),
        asked,
        happenings.stream().map(happening -> line(happening, attendee, words)).toList(),
        asked ? null : give(attendee, meetup, speech),
        stands && !asked ? cancel(attendee, meetup, visit, speech) : null,
        AttendeesPage.address(meetup.meetupId()),
        meetup.contents().title());
  }

  private static @Nullable Note note(boolean asked, Visit visit, Speech speech) {
    if (visit.away()) {
      return new Note("bad", speech.say("form.away"));
    }
    if (visit.error() != null) {
      return new Note("bad", visit.error());
    }
    if (visit.granting()) {
      return note(visit.answer(), speech);
    }
    return asked ? new Note("waiting", speech.say("attendee.cancelling")) : null;
  }

  private static Note note(RsvpHistory.@Nullable Answer answer, Speech speech) {
    if (answer == null) {
      return new Note("waiting", speech.say("grant.asked"));
    }
    return answer.granted()
        ? new Note("good", speech.say("grant.given"))
        : new Note(
            "bad", speech.sayOr("grant.refused." + answer.reason(), "grant.refused.UNKNOWN"));
  }

  private static @Nullable Give give(Attendee attendee, Meetup meetup, Speech speech) {
    boolean grantable =
        attendee.status() == State.WAITLISTED || attendee.status() == State.DECLINED;
    if (!grantable || meetup.cancelled()) {
      return null;
    }
    return new Give(
        AttendeesPage.address(meetup.meetupId(), attendee.rsvpId()) + "/seats",
        speech.say("grant.free", Math.max(0, meetup.seats().free())),
        GrantForm.fresh(meetup.seats().kept(), speech));
  }

  private static Line line(Happening happening, Attendee attendee, AttendeeWords words) {
    boolean last =
        happening.kind() == Kind.RELEASED && happening.decidedAt().equals(attendee.decidedAt());
    String text = last ? words.why(attendee) : words.why(happening.kind(), happening.reason());
    return new Line(
        happening.decidedAt().toString(),
        words.time(happening.decidedAt()),
        text == null ? words.why(happening.kind(), happening.reason()) : text);
  }

  private static Cancel cancel(Attendee attendee, Meetup meetup, Visit visit, Speech speech) {
    int seats = attendee.seats() == null ? 1 : attendee.seats();
    int waiting = meetup.seats().waitlisted();
    return new Cancel(
        AttendeesPage.address(meetup.meetupId(), attendee.rsvpId()) + "/cancellation",
        attendee.status() == State.WAITLISTED
            ? speech.say("attendee.cancel.waiting")
            : speech.say("attendee.cancel.seats", seats, waiting),
        visit.typed(),
        CancellationReader.MAX_WORDS,
        visit.error());
  }
}
