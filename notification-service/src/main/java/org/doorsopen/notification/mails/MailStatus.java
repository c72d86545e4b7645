package org.doorsopen.notification.mails;

/** Where a mail is on its way, or how it ended. */
public enum MailStatus {
  /** Waits for its turn, for the next attempt, or for a contact or schedule that it needs. */
  QUEUED,
  /** Claimed by a sender; after a crash the outcome may be unknown, and the mail is sent again. */
  SENDING,
  /** Accepted by the SMTP server. */
  SENT,
  /** Refused for good, or tried for too long. */
  FAILED,
  /** Never sent, because it was too late or there was no longer anybody to tell. */
  MISSED
}
