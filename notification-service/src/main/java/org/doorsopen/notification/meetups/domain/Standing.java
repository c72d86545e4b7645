package org.doorsopen.notification.meetups.domain;

/** Where somebody who made an RSVP stands. */
public enum Standing {
  CONFIRMED,
  WAITLISTED,
  RELEASED;

  /** Has or may still get a seat. */
  public boolean isActive() {
    return this != RELEASED;
  }
}
