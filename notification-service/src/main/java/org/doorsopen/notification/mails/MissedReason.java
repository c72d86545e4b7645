package org.doorsopen.notification.mails;

/** Why a mail was never sent. */
public enum MissedReason {
  OLD("Older than 48 hours"),
  OVER("The meetup is over"),
  ERASED("The contact was erased"),
  LATE("Too late to be reminded"),
  MOVED("The start moved first"),
  DROPPED("The organizers dropped this reminder first"),
  NO_SEAT("The seat was given up first"),
  NO_RSVP("The RSVP was given up first"),
  NOT_WAITING("The attendee no longer waits"),
  STOPPED("The attendee wants no reminders"),
  NOTHING_LEFT("Nothing was left to tell"),
  CANCELLED("The meetup was cancelled first"),
  TOO_MANY("Too many mails to this address");

  private final String words;

  MissedReason(String words) {
    this.words = words;
  }

  /** The text in the delivery log, where other mails have a server's words. */
  public String words() {
    return words;
  }
}
