package org.doorsopen.notification.mails;

/** What a mail is for. */
public enum MailKind {
  SEAT_CONFIRMED(true, true),
  SEAT_PROMOTED(true, true),
  SEAT_WAITLISTED(true, true),
  RSVP_CANCELLED(false, false),
  RSVP_DECLINED(false, false),
  ALREADY_REGISTERED(true, false),
  WAITLIST_CLOSED(true, false),
  SCHEDULE_CHANGED(true, true),
  MEETUP_CANCELLED(false, false),
  // Speaks of the meetup as it is, but not of what changed: that is still to be told.
  REMINDER(true, false);

  private final boolean looksForward;
  private final boolean tellsTheMeetup;

  MailKind(boolean looksForward, boolean tellsTheMeetup) {
    this.looksForward = looksForward;
    this.tellsTheMeetup = tellsTheMeetup;
  }

  /** Speaks of an evening to come, so that it is wrong once the meetup is cancelled. */
  public boolean looksForward() {
    return looksForward;
  }

  /** Tells when and where, so that its reader knows the meetup as it was then. */
  public boolean tellsTheMeetup() {
    return tellsTheMeetup;
  }
}
