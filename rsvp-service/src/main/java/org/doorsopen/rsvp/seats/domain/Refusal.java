package org.doorsopen.rsvp.seats.domain;

/** Why an RSVP is declined, in the order of precedence. */
public enum Refusal {
  UNKNOWN_MEETUP,
  MEETUP_CANCELLED,
  ALREADY_REGISTERED,
  RSVPS_NOT_OPEN,
  RSVPS_CLOSED,
  TOO_MANY_GUESTS,
  FULL
}
