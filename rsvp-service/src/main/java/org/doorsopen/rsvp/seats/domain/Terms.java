package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a published schedule that concerns seats. Windows are half-open: the instant at which
 * a window closes is outside.
 *
 * @param version of the schedule: 1, 2, 3 …
 * @param waitlistCapacity in parties; null is unlimited, 0 is no waitlist
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
    Instant endsAt) {

  boolean promotesAt(Instant at) {
    return !cancelled && at.isBefore(promotionsEndAt);
  }

  boolean waitlistIsFullWith(int parties) {
    return waitlistCapacity != null && parties >= waitlistCapacity;
  }
}
