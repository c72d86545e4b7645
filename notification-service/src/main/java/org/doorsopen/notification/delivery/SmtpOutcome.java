package org.doorsopen.notification.delivery;

/** What came of handing a mail to the SMTP server; words never hold an address. */
sealed interface SmtpOutcome {

  record Accepted() implements SmtpOutcome {}

  /** For good: trying again is of no use. */
  record Refused(String words) implements SmtpOutcome {}

  /** Not accepted for now. */
  record Postponed(String words) implements SmtpOutcome {}

  /** Handed over to its end, and nobody knows whether it was accepted. */
  record Unanswered(String words) implements SmtpOutcome {}
}
