package org.doorsopen.rsvp.status;

/** Where an RSVP stands. */
public enum RsvpState {
  /** Nothing is decided yet, or the decision has not been read yet. */
  REQUESTED,
  CONFIRMED,
  WAITLISTED,
  CANCELLED,
  DECLINED
}
