package org.doorsopen.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.doorsopen.notification.delivery.Claims.Holder;
import org.doorsopen.notification.delivery.Delivery.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down what became of mails, in the caller's transaction; counted when that commits. */
@Component
class Outcomes {

  private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

  private final Claims claims;
  private final Clock clock;
  private final MeterRegistry metrics;

  Outcomes(Claims claims, Clock clock, MeterRegistry metrics) {
    this.claims = claims;
    this.clock = clock;
    this.metrics = metrics;
    countUnanswered(0);
  }

  /** In the caller's transaction, or in one of its own. */
  void accepted(Mail mail) {
    if (claims.sent(mail, clock.instant())) {
      afterCommit(() -> count(MailStatus.SENT));
    }
  }

  void settle(Answer answer) {
    Mail mail = answer.mail();
    UUID hand = answer.hand();
    switch (answer.outcome()) {
      case SmtpOutcome.Accepted _ -> accepted(mail);
      case SmtpOutcome.Refused(String words) -> close(mail, hand, MailStatus.FAILED, words);
      case SmtpOutcome.Postponed(String words) -> putOff(mail, hand, words);
      case SmtpOutcome.Unanswered(String words) -> {
        claims.countUnanswered(mail.id());
        afterCommit(() -> countUnanswered(1));
        putOff(mail, hand, words);
      }
    }
  }

  /** Nobody knows what the server made of the mail that a dead sender handed over last. */
  void recover(Holder holder) {
    int unanswered = claims.recover(holder);
    if (unanswered > 0) {
      log.warn(
          "{} mail of sender {} may go out twice: its process died", unanswered, holder.sender());
      afterCommit(() -> countUnanswered(unanswered));
    }
  }

  /** Tried for all the time that it was news, or never got the chance. */
  void tooOld(Mail mail) {
    if (mail.attempts() == 0) {
      missed(mail, MissedReasons.OLD);
    } else {
      String words = mail.lastError() == null ? MissedReasons.OLD : mail.lastError();
      close(mail, null, MailStatus.FAILED, words);
    }
  }

  void missed(Mail mail, String reason) {
    close(mail, null, MailStatus.MISSED, reason);
  }

  /** As if it had never been queued; but what may be in somebody's inbox stays in the log. */
  void nothingToTell(Mail mail) {
    if (mail.attempts() == 0) {
      claims.remove(mail.id());
    } else {
      missed(mail, MissedReasons.NOTHING_LEFT);
    }
  }

  /** A fault of ours, which the next release may mend; returns what the log says of it. */
  static String unwritten(Mail mail, RuntimeException fault) {
    log.error("Mail {} ({}) cannot be written", mail.id(), mail.kind(), fault);
    return "It could not be written: " + fault.getClass().getSimpleName();
  }

  void unwritable(Mail mail, RuntimeException fault) {
    claims.countAttempt(mail.id());
    putOff(mail, null, unwritten(mail, fault));
  }

  private void putOff(Mail mail, @Nullable UUID hand, String words) {
    Instant due =
        clock.instant().plus(BackOff.after(mail.attempts() + 1, ThreadLocalRandom.current()));
    log.info("Mail {} ({}) is tried again at {}: {}", mail.id(), mail.kind(), due, words);
    claims.putOff(mail.id(), hand, due, words);
  }

  private void close(Mail mail, @Nullable UUID hand, MailStatus status, String reason) {
    log.warn("Mail {} ({}) is {}: {}", mail.id(), mail.kind(), status, reason);
    claims.close(mail.id(), hand, status, reason);
    afterCommit(() -> count(status));
  }

  private void count(MailStatus status) {
    metrics.counter("doors.mails", "status", status.name()).increment();
  }

  private void countUnanswered(int mails) {
    metrics.counter("doors.mails.unanswered").increment(mails);
  }

  private static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
