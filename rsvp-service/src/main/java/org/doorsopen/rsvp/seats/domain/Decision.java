package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;

/**
 * What was decided about a party, and all that is needed to see why.
 *
 * @param scheduleVersion that it was decided under; 0 for an unknown meetup
 * @param decidedAt the instant of the command
 * @param capacity just after the decision, as are the other two figures
 */
public record Decision(
    Party party,
    Outcome outcome,
    int scheduleVersion,
    Instant decidedAt,
    int capacity,
    int confirmedSeats,
    int waitlistedParties) {}
