package org.doorsopen.notification.mails;

/** What became of a mail. */
public enum MailStatus {
  /** Waits for its turn, for the next attempt, or for a contact or schedule that it needs. */
  QUEUED,
  /** On its way to the SMTP server; after a crash the outcome is unknown and it is sent again. */
  SENDING,
  /** Accepted by the SMTP server. */
  SENT,
  /** Refused for good, or tried for too long. */
  FAILED,
  /** Never sent, because it was too late or there was no longer anybody to tell. */
  MISSED
}
