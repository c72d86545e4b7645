package org.doorsopen.notification.smtp;

import java.util.regex.Pattern;

/** The result of handing a mail to the SMTP server. Its words never contain an address. */
public sealed interface SmtpOutcome {

  record Accepted() implements SmtpOutcome {}

  /** Refused for good: another attempt would be of no use. */
  record Refused(Verdict verdict, String words) implements SmtpOutcome {}

  /** The server does not take it for now; a later attempt may succeed. */
  record Postponed(Verdict verdict, String words) implements SmtpOutcome {}

  /** Handed over to its end, but it is unknown whether the server accepted it. */
  record Unanswered(String words) implements SmtpOutcome {}

  static SmtpOutcome of(Verdict verdict, String words) {
    return verdict.isPermanent() ? new Refused(verdict, words) : new Postponed(verdict, words);
  }

  /** Some servers name a mailbox by the part before the @, which may be a person's name. */
  default SmtpOutcome withoutMailboxOf(String address) {
    return switch (this) {
      case Accepted accepted -> accepted;
      case Refused(Verdict verdict, String words) ->
          new Refused(verdict, withoutMailbox(words, address));
      case Postponed(Verdict verdict, String words) ->
          new Postponed(verdict, withoutMailbox(words, address));
      case Unanswered(String words) -> new Unanswered(withoutMailbox(words, address));
    };
  }

  private static String withoutMailbox(String words, String address) {
    String mailbox = address.substring(0, Math.max(0, address.lastIndexOf('@')));
    return mailbox.isEmpty()
        ? words
        : Pattern.compile(
                "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(mailbox) + "(?![\\p{L}\\p{N}])")
            .matcher(words)
            .replaceAll("<address>");
  }
}
