package org.doorsopen.schemas;

/** Bounds of what events say that more than one service has to keep. */
public final class Limits {

  /** The most guests that a meetup may admit for one RSVP, so that an RSVP may ask for. */
  public static final int MAX_GUESTS = 20;

  private Limits() {}
}
