package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;

/** An instant at which something is due about a party whose address is not confirmed. */
public record Awaited(Instant at, String rsvpId) {}
