package org.doorsopen.rsvp.seats.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision in words, with all that it says: the version it was decided under, and the figures
 * just after it.
 *
 * @param at the instant that it was made for; null where that was nobody's but the clock's
 */
public record Told(
    String meetupId,
    String rsvpId,
    String attendeeId,
    int seats,
    String what,
    @Nullable Instant at,
    int version,
    int capacity,
    int confirmedSeats,
    int waitingParties) {}
