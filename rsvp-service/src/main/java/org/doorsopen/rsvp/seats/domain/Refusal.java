package org.doorsopen.rsvp.seats.domain;

/** The reasons to decline an RSVP. If several apply, the first in this order is given. */
public enum Refusal {
  UNKNOWN_MEETUP,
  MEETUP_CANCELLED,
  ALREADY_REGISTERED,
  RSVPS_NOT_OPEN,
  RSVPS_CLOSED,
  TOO_MANY_GUESTS,
  ROOM_TOO_SMALL,
  FULL
}
