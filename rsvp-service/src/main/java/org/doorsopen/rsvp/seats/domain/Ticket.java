package org.doorsopen.rsvp.seats.domain;

/** A place on the waitlist. Smaller numbers come first. */
public record Ticket(long number, String rsvpId) {}
