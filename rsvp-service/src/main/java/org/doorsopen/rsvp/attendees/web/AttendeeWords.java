package org.doorsopen.rsvp.attendees.web;

import java.time.Instant;
import java.time.ZoneId;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.attendees.Attendee;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.status.Happening.Kind;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.jspecify.annotations.Nullable;

/** Says to organizers how attendees stand, and how that came about. */
final class AttendeeWords {

  private final Meetup meetup;
  private final Speech speech;

  AttendeeWords(Meetup meetup, Speech speech) {
    this.meetup = meetup;
    this.speech = speech;
  }

  String name(Attendee attendee) {
    if (attendee.name() != null) {
      return attendee.name();
    }
    return attendee.status() == State.REQUESTED
        ? speech.say("attendee.new")
        : speech.say("attendee.nameless");
  }

  String party(Attendee attendee) {
    int seats = attendee.seats() == null ? 1 : attendee.seats();
    return speech.say("attendee.party", seats);
  }

  /** How it stands, in a few words. */
  String state(Attendee attendee) {
    return switch (attendee.status()) {
      case REQUESTED -> speech.say("attendee.state.REQUESTED");
      case CONFIRMED -> speech.say("attendee.state.CONFIRMED");
      case WAITLISTED ->
          attendee.reason() == Reason.WAITLIST_CLOSED
              ? speech.say("attendee.state.CLOSED")
              : speech.say("attendee.state.WAITLISTED", attendee.waitlistPosition());
      case CANCELLED -> speech.say("attendee.state.CANCELLED");
      case DECLINED -> speech.say("attendee.state.DECLINED");
    };
  }

  /** The CSS class that colours it. */
  static String tone(State state) {
    return switch (state) {
      case CONFIRMED -> "good";
      case REQUESTED, WAITLISTED -> "waiting";
      case CANCELLED, DECLINED -> "bad";
    };
  }

  /** What was decided last, and why; null where there is no more to say than how it stands. */
  @Nullable String why(Attendee attendee) {
    if (attendee.reason() == Reason.MEETUP_CANCELLED && attendee.status() == State.CANCELLED) {
      return speech.say("attendee.why.MEETUP_CANCELLED");
    }
    if (attendee.decision() == null) {
      return null;
    }
    String why = why(attendee.decision(), attendee.reason());
    String organizer =
        attendee.reason() == Reason.ORGANIZER ? attendee.cancelledBy() : attendee.grantedBy();
    return organizer == null ? why : speech.say("attendee.why.by", why, organizer);
  }

  String why(Kind decision, @Nullable Reason reason) {
    String key = "attendee.why." + decision;
    return reason == null ? speech.say(key) : speech.sayOr(key + "." + reason, key);
  }

  String time(Instant at) {
    ZoneId zone = ZoneId.of(meetup.contents().times().timeZone());
    return speech.times().onTheDay(at, meetup.contents().times().startsAt(), zone);
  }

  /** Null while its mails are not known to reach nobody. */
  @Nullable String unreached(Attendee attendee) {
    return attendee.undelivered() == null
        ? null
        : speech.say(
            "attendee.unreached." + attendee.undelivered().reason(),
            time(attendee.undelivered().since()));
  }
}
