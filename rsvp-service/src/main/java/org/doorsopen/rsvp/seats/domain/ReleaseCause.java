package org.doorsopen.rsvp.seats.domain;

/** On whose behalf an RSVP was released. */
public enum ReleaseCause {
  ATTENDEE,
  ORGANIZER,
  ERASURE
}
