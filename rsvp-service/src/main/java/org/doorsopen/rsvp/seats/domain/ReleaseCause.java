package org.doorsopen.rsvp.seats.domain;

/** Who gave up an RSVP. */
public enum ReleaseCause {
  ATTENDEE,
  ORGANIZER,
  ERASURE
}
