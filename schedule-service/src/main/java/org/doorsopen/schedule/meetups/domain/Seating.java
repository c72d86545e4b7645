package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/**
 * How many people are admitted.
 *
 * @param capacity seats
 * @param maxGuests guests that one RSVP may bring
 * @param waitlistCapacity parties; null is unlimited, 0 is no waitlist
 */
public record Seating(int capacity, int maxGuests, @Nullable Integer waitlistCapacity) {}
