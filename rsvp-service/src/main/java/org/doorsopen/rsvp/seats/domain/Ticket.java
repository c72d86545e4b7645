package org.doorsopen.rsvp.seats.domain;

/** A place in the waitlist. */
public record Ticket(long number, String rsvpId) {}
