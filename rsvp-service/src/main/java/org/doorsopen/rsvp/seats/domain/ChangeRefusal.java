package org.doorsopen.rsvp.seats.domain;

/**
 * The reasons to leave a party as it is (rule 14). If several apply, the first in this order is
 * given. Only the first one is ever a reason against fewer guests.
 */
public enum ChangeRefusal {
  MEETUP_CANCELLED,
  RSVPS_NOT_OPEN,
  RSVPS_CLOSED,
  /** It waits, and nobody on the waitlist moves up any more. */
  WAITLIST_CLOSED,
  TOO_MANY_GUESTS,
  ROOM_TOO_SMALL,
  /** It has seats, and there are not as many more that nobody waits for. */
  FULL
}
