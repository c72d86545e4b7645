package org.doorsopen.rsvp.readmodel;

/** How the instances tell each other that the read model has changed. */
public final class StatusChanges {

  /** The channel of NOTIFY; the payload is the meetupId whose RSVPs may have changed. */
  public static final String CHANNEL = "rsvp_changes";

  private StatusChanges() {}
}
