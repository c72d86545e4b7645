package org.doorsopen.schemas;

/** Limits on the contents of events that more than one service has to keep. */
public final class Limits {

  /**
   * The most guests that a meetup may admit for one RSVP, and so the most that an RSVP may ask for.
   */
  public static final int MAX_GUESTS = 20;

  private Limits() {}
}
