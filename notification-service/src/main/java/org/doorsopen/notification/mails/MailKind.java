package org.doorsopen.notification.mails;

/** The occasion of a mail. */
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
  // It describes the meetup as it is, but not the changes, which are still to be told.
  REMINDER(true, false),
  ERASURE_LINK(false, false),
  DATA_EXPORT(false, false),
  CONFIRMATION_AWAITED(true, false),
  PARTY_CHANGED(true, true),
  PARTY_UNCHANGED(true, false),
  // As REMINDER.
  MESSAGE(true, false);

  private final boolean looksForward;
  private final boolean tellsTheMeetup;

  MailKind(boolean looksForward, boolean tellsTheMeetup) {
    this.looksForward = looksForward;
    this.tellsTheMeetup = tellsTheMeetup;
  }

  /** It looks forward to the evening, so it is wrong once the meetup is cancelled. */
  public boolean looksForward() {
    return looksForward;
  }

  /** It says that its reader has a seat or a place in line, with the link that is needed for it. */
  public boolean tellsTheStanding() {
    return this == SEAT_CONFIRMED || this == SEAT_PROMOTED || this == SEAT_WAITLISTED;
  }

  /** It is about its reader and not about the evening, so it is good whatever becomes of that. */
  public boolean isAboutItsReader() {
    return this == ERASURE_LINK || this == DATA_EXPORT;
  }

  /** It says when and where, so its reader knows the meetup as it was at that time. */
  public boolean tellsTheMeetup() {
    return tellsTheMeetup;
  }
}
