package org.doorsopen.rsvp.status;

/** Reasons that the read model adds to those in the events. */
public final class Reasons {

  /** Of a CANCELLED RSVP: the meetup does not take place, whatever had been decided before. */
  public static final String MEETUP_CANCELLED = "MEETUP_CANCELLED";

  /** Of a WAITLISTED RSVP: promotions have ended. */
  public static final String WAITLIST_CLOSED = "WAITLIST_CLOSED";

  private Reasons() {}
}
