package org.doorsopen.changes.domain;

/** Where a party stands after the latest decision about its RSVP. */
public enum Standing {
  CONFIRMED,
  WAITLISTED,
  RELEASED;

  /** Whether the party has a seat or may still get one. */
  public boolean isActive() {
    return this != RELEASED;
  }
}
