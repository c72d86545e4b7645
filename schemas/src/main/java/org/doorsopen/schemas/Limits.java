package org.doorsopen.schemas;

/** Limits on the contents of events that more than one service has to keep. */
public final class Limits {

  /**
   * The most guests that a meetup may admit for one RSVP, and so the most that an RSVP may ask for.
   */
  public static final int MAX_GUESTS = 20;

  /** The most characters of the subject of an organizers' message, and of its text. */
  public static final int MAX_MESSAGE_SUBJECT = 120;

  public static final int MAX_MESSAGE_TEXT = 5_000;

  private Limits() {}
}
