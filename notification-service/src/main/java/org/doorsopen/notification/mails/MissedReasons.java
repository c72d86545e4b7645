package org.doorsopen.notification.mails;

/** What the log says of mails that were never sent. */
public final class MissedReasons {

  public static final String OLD = "Older than 48 hours";
  public static final String OVER = "The meetup is over";
  public static final String ERASED = "The contact was erased";
  public static final String LATE = "Too late to be reminded";
  public static final String MOVED = "The start moved first";
  public static final String DROPPED = "The organizers dropped this reminder first";
  public static final String NO_SEAT = "The seat was given up first";
  public static final String NO_RSVP = "The RSVP was given up first";
  public static final String NOT_WAITING = "The attendee no longer waits";
  public static final String STOPPED = "The attendee wants no reminders";
  public static final String NOTHING_LEFT = "Nothing was left to tell";
  public static final String CANCELLED = "The meetup was cancelled first";

  private MissedReasons() {}
}
