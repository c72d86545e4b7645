package org.doorsopen.notification.delivery;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.doorsopen.notification.allowances.Admission;
import org.doorsopen.notification.allowances.Trials;
import org.doorsopen.notification.mime.MimeMails;
import org.doorsopen.notification.mime.OutgoingMail;
import org.doorsopen.notification.smtp.Smtp;
import org.doorsopen.notification.smtp.SmtpConnection;
import org.doorsopen.notification.smtp.SmtpFailures;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.springframework.stereotype.Service;

/**
 * Hands a mail to the server while its organizer waits: it is in no queue and in no log, so that
 * the address is written down nowhere. Such a mail takes room in its mailbox as every other.
 */
@Service
public class TestMails {

  private final Smtp smtp;
  private final MimeMails mimeMails;
  private final Trials trials;
  private final InstantSource clock;

  TestMails(Smtp smtp, MimeMails mimeMails, Trials trials, InstantSource clock) {
    this.smtp = smtp;
    this.mimeMails = mimeMails;
    this.trials = trials;
    this.clock = clock;
  }

  /** What became of a mail. */
  public sealed interface Result {

    record Sent() implements Result {}

    /** The mailbox has had too many mails. */
    record TooMany(Duration pause) implements Result {}

    /**
     * @param words the server's, without the address
     */
    record NotSent(String words) implements Result {}
  }

  public Result send(OutgoingMail mail) {
    Instant now = clock.instant();
    return switch (trials.admit(mail.id(), mail.toAddress(), now)) {
      case Admission.Admitted _ -> handOver(mail, now);
      case Admission.Waits(Instant until) -> new Result.TooMany(Duration.between(now, until));
      case Admission.Refused _ -> new Result.TooMany(Duration.ofHours(1));
    };
  }

  private Result handOver(OutgoingMail mail, Instant now) {
    SmtpOutcome outcome;
    try (SmtpConnection connection = smtp.connection()) {
      outcome =
          connection
              .send(mimeMails.write(mail, smtp.session(), now))
              .withoutMailboxOf(mail.toAddress());
    } catch (MessagingException e) {
      outcome = SmtpFailures.unwritable(e);
    }
    return switch (outcome) {
      case SmtpOutcome.Accepted _ -> new Result.Sent();
      case SmtpOutcome.Refused(var _, String words) -> new Result.NotSent(words);
      case SmtpOutcome.Postponed(var _, String words) -> new Result.NotSent(words);
      case SmtpOutcome.Unanswered(String words) -> new Result.NotSent(words);
    };
  }
}
