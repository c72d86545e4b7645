package org.doorsopen.rsvp.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an RSVP, as it was decided.
 *
 * @param seats of the party
 * @param reason null unless it ended, or waits in vain
 * @param decidedAt the instant that it was decided for
 * @param figures of the meetup at that time; null where they were not kept
 * @param position in the waitlist from then on, 1 is next; null where it does not wait, or that is
 *     not known
 */
public record Happening(
    Kind kind,
    int seats,
    @Nullable Reason reason,
    Instant decidedAt,
    @Nullable Figures figures,
    @Nullable Long position) {

  /** The kinds of things that happen to an RSVP. */
  public enum Kind {
    CONFIRMED,
    PROMOTED,
    WAITLISTED,
    /** Promotions have ended, and it still waits. */
    PROMOTIONS_ENDED,
    RELEASED,
    DECLINED,
    /** Its address is still to be confirmed. */
    AWAITED,
    /** Its address was confirmed. */
    NOTED,
    /** The number of its guests was changed, as asked for. */
    CHANGED,
    /** It was asked for another number of guests, and stayed as it was. */
    CHANGE_DECLINED,
    /** An organizer gave it seats by hand. */
    GRANTED,
    /** An organizer wanted to give it seats by hand, and it stayed as it was. */
    GRANT_DECLINED,
    /** A party that waited before this one has got seats. */
    OTHER_PROMOTED,
    /** A party that waited before this one has given up. */
    OTHER_LEFT
  }

  /**
   * @param capacity the meetup's seats
   * @param confirmed seats, of the whole meetup
   */
  public record Figures(int capacity, int confirmed) {}
}
