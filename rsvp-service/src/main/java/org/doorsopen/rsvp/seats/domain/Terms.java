package org.doorsopen.rsvp.seats.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a published schedule that concerns seats. Windows are half-open: the instant at which
 * a window closes is outside.
 *
 * @param version of the schedule: 1, 2, 3 …
 * @param waitlistCapacity in parties; null is unlimited, 0 is no waitlist
 * @param confirmWithin how long a party has to confirm its address; null is for ever
 * @param reservedSeats how many of the seats are kept for those that get them by hand
 */
public record Terms(
    int version,
    boolean cancelled,
    int capacity,
    int maxGuests,
    @Nullable Integer waitlistCapacity,
    Instant rsvpOpensAt,
    Instant rsvpClosesAt,
    Instant promotionsEndAt,
    Instant endsAt,
    @Nullable Duration confirmWithin,
    int reservedSeats) {

  boolean promotesAt(Instant at) {
    return !cancelled && at.isBefore(promotionsEndAt);
  }

  /** Null where nobody could get the seats any more, or nothing is asked for. */
  @Nullable Deadline deadlineFrom(Instant at) {
    Deadline deadline = confirmWithin == null ? null : Deadline.in(confirmWithin, at);
    return deadline != null && deadline.until().isBefore(promotionsEndAt) ? deadline : null;
  }

  boolean waitlistIsFullWith(int parties) {
    return waitlistCapacity != null && parties >= waitlistCapacity;
  }
}
