package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;

/**
 * A decision about a party, with everything that shows why it was made.
 *
 * @param scheduleVersion the version of the terms that it was made under; 0 for an unknown meetup
 * @param decidedAt the instant of the command
 * @param capacity of the meetup just after the decision, as are the other two figures
 */
public record Decision(
    Party party,
    Outcome outcome,
    int scheduleVersion,
    Instant decidedAt,
    int capacity,
    int confirmedSeats,
    int waitlistedParties) {}
