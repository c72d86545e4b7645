package org.doorsopen.rsvp.readmodel;

/** Names the way by which instances tell each other that rows have changed. */
public final class StatusChanges {

  /**
   * PostgreSQL's channel for NOTIFY; the payload is the id of a meetup whose rows may have changed.
   */
  public static final String CHANNEL = "rsvp_changes";

  private StatusChanges() {}
}
