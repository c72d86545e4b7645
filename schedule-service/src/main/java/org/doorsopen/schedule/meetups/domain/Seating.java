package org.doorsopen.schedule.meetups.domain;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many people are admitted.
 *
 * @param capacity seats
 * @param maxGuests guests that one RSVP may bring
 * @param waitlistCapacity parties; null is unlimited, 0 is no waitlist
 * @param confirmWithin how long a party that has seats may take to confirm its address; null is for
 *     ever
 * @param reservedSeats of the seats, those that are kept for speakers, hosts and sponsors; 0 where
 *     a row of an earlier build has none
 */
public record Seating(
    int capacity,
    int maxGuests,
    @Nullable Integer waitlistCapacity,
    @Nullable Duration confirmWithin,
    Integer reservedSeats) {

  public Seating {
    reservedSeats = Objects.requireNonNullElse(reservedSeats, 0);
  }
}
