package org.doorsopen.rsvp.seats.domain;

/** On whose behalf, or why, an RSVP was released. */
public enum ReleaseCause {
  ATTENDEE,
  ORGANIZER,
  /** The same, with words for the person, which the mail about it waits for. */
  EXPLAINED,
  ERASURE,
  /** Its address was not confirmed in time (rule 13). */
  UNCONFIRMED
}
