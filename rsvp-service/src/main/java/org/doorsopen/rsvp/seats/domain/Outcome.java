package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result of a decision for its party. */
public sealed interface Outcome {

  /**
   * @param promoted whether the party was on the waitlist before
   * @param deadline until when its address is to be confirmed; null if it need not be, or is
   */
  record Confirmed(boolean promoted, @Nullable Deadline deadline) implements Outcome {}

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

  /** Promotions ended while the party was waiting. */
  record LeftWaiting(long number) implements Outcome {}
}
