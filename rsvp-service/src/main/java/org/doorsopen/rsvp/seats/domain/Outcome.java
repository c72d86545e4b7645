package org.doorsopen.rsvp.seats.domain;

import org.jspecify.annotations.Nullable;

/** What became of a party. */
public sealed interface Outcome {

  /**
   * @param promoted from the waitlist
   */
  record Confirmed(boolean promoted) implements Outcome {}

  /**
   * @param number grows with every party that waits for the meetup and is never used again
   */
  record Waitlisted(long number) implements Outcome {}

  record Released(boolean wasConfirmed, ReleaseCause cause) implements Outcome {}

  /**
   * @param activeRsvpId with {@link Refusal#ALREADY_REGISTERED}: the RSVP that stands
   */
  record Declined(Refusal refusal, @Nullable String activeRsvpId) implements Outcome {}

  /** Promotions ended while the party was waiting. */
  record LeftWaiting(long number) implements Outcome {}
}
