package org.doorsopen.rsvp.seats.reference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision in words, with the version that it was made under and the figures just after it.
 *
 * @param at the instant of the record that led to it; null if only the clock did
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
    int waitingParties) {

  Told saying(String words) {
    return new Told(
        meetupId,
        rsvpId,
        attendeeId,
        seats,
        words,
        at,
        version,
        capacity,
        confirmedSeats,
        waitingParties);
  }
}
