package org.doorsopen.rsvp.page;

import java.time.Instant;
import java.time.ZoneId;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;

/**
 * How it stands with the seats of a meetup for somebody who has none.
 *
 * @param text the same in words
 * @param tone one of good, waiting, bad: a CSS class
 */
public record Availability(Kind kind, String text, String tone) {

  public enum Kind {
    CANCELLED,
    OVER,
    NOT_OPEN,
    CLOSED,
    FREE,
    /** No seat is free, and a party can wait for one. */
    WAITLIST,
    /** No seat is free, and nobody more can wait. */
    FULL
  }

  public static Availability of(Meetup meetup, Instant now, Speech speech) {
    Kind kind = kind(meetup, now);
    return new Availability(kind, text(kind, meetup, speech), tone(kind));
  }

  /** Whether it makes sense to ask for a seat. What is decided may be another thing by then. */
  public boolean takesRsvps() {
    return kind == Kind.FREE || kind == Kind.WAITLIST;
  }

  private static Kind kind(Meetup meetup, Instant now) {
    PublishedMeetup contents = meetup.contents();
    if (meetup.cancelled()) {
      return Kind.CANCELLED;
    }
    if (!now.isBefore(contents.times().endsAt())) {
      return Kind.OVER;
    }
    if (now.isBefore(contents.windows().rsvpOpensAt())) {
      return Kind.NOT_OPEN;
    }
    if (!now.isBefore(contents.windows().rsvpClosesAt())) {
      return Kind.CLOSED;
    }
    if (free(meetup) > 0) {
      return Kind.FREE;
    }
    Integer waitlist = contents.seating().waitlistCapacity();
    return waitlist == null || meetup.seats().waitlisted() < waitlist ? Kind.WAITLIST : Kind.FULL;
  }

  private static String text(Kind kind, Meetup meetup, Speech speech) {
    PublishedMeetup contents = meetup.contents();
    int waiting = meetup.seats().waitlisted();
    return switch (kind) {
      case CANCELLED -> speech.say("seats.cancelled");
      case OVER -> speech.say("seats.over");
      case NOT_OPEN -> speech.say("seats.opens", opening(contents, speech));
      case CLOSED -> speech.say("seats.closed");
      case FREE -> speech.say("seats.free", free(meetup));
      case WAITLIST, FULL ->
          waiting == 0 ? speech.say("seats.full") : speech.say("seats.waiting", waiting);
    };
  }

  private static String opening(PublishedMeetup contents, Speech speech) {
    return speech
        .times()
        .moment(contents.windows().rsvpOpensAt(), ZoneId.of(contents.times().timeZone()));
  }

  private static String tone(Kind kind) {
    return switch (kind) {
      case CANCELLED -> "bad";
      case FREE -> "good";
      case OVER, NOT_OPEN, CLOSED, WAITLIST, FULL -> "waiting";
    };
  }

  private static int free(Meetup meetup) {
    return meetup.seats().free();
  }
}
