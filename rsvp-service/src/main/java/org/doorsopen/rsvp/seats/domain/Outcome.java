package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;
import org.doorsopen.rsvp.seats.domain.SeatCommand.Grant;
import org.jspecify.annotations.Nullable;

/** The result of a decision for its party. */
public sealed interface Outcome {

  /**
   * @param promoted whether the party was on the waitlist before
   * @param deadline until when its address is to be confirmed; null if it need not be, or is
   */
  record Confirmed(boolean promoted, @Nullable Deadline deadline) implements Outcome {}

  /**
   * The reasons not to give seats by hand (rules 16 and 17). If several apply, the first in this
   * order is given.
   */
  enum GrantRefusal {
    UNKNOWN_MEETUP,
    MEETUP_CANCELLED,
    /** The party has seats already. */
    ALREADY_SEATED,
    /** It was released. The person may be added again, by another RSVP. */
    RSVP_ENDED,
    /** The attendee has another RSVP that stands. */
    ALREADY_REGISTERED,
    /** There are not as many seats. */
    FULL
  }

  /** An answer to an organizer who gives seats by hand (rules 16 and 17). */
  sealed interface OfGrant extends Outcome {

    Grant grant();
  }

  /**
   * The party has seats, given by hand.
   *
   * @param waited whether the party was on the waitlist before
   * @param reserved how many of the seats are of those that are kept
   */
  record Granted(Grant grant, boolean waited, int reserved) implements OfGrant {}

  /**
   * @param added whether a person was to be added by it, whose RSVP is declined by that; any other
   *     stays as it is
   */
  record NotGranted(Grant grant, GrantRefusal refusal, boolean added) implements OfGrant {}

  /** Half of the time has passed in which its address is to be confirmed. */
  record Reminded(Instant confirmUntil) implements Outcome {}

  /** Its address is confirmed. */
  record Proved() implements Outcome {}

  /**
   * @param number of the party's ticket; it grows with every party that joins the meetup's
   *     waitlist, and is never used again
   */
  record Waitlisted(long number) implements Outcome {}

  record Released(boolean wasConfirmed, ReleaseCause cause) implements Outcome {}

  /**
   * @param activeRsvpId with {@link Refusal#ALREADY_REGISTERED}: the RSVP that stands
   * @param otherwise with {@link Refusal#ALREADY_REGISTERED}: why it would have been declined if
   *     none stood; null if it would not have been
   */
  record Declined(Refusal refusal, @Nullable String activeRsvpId, @Nullable Refusal otherwise)
      implements Outcome {

    Declined(Refusal refusal) {
      this(refusal, null, null);
    }
  }

  /** The answer to a wish for another size of a party (rule 14). */
  sealed interface OfChange extends Outcome {

    String changeId();
  }

  /**
   * The party has the size that was asked for, and stands as it stood.
   *
   * @param state where it stands with that size
   * @param movesUp whether it waited, and is the next to get seats, which happens at once
   * @param told whether it waits, and was told that promotions ended
   */
  record Changed(String changeId, int formerSeats, RsvpState state, boolean movesUp, boolean told)
      implements OfChange {}

  /** The party keeps its size, with all of its seats or its place. */
  record Unchanged(String changeId, int wantedSeats, ChangeRefusal refusal) implements OfChange {}

  /** Promotions ended while the party was waiting. */
  record LeftWaiting(long number) implements Outcome {}
}
