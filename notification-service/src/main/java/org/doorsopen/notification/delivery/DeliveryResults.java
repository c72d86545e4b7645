package org.doorsopen.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.doorsopen.notification.deliveries.Failure;
import org.doorsopen.notification.deliveries.UnreachedRsvps;
import org.doorsopen.notification.mails.Acceptance;
import org.doorsopen.notification.mails.Batches;
import org.doorsopen.notification.mails.Batches.Claimant;
import org.doorsopen.notification.mails.Batches.Claimed;
import org.doorsopen.notification.mails.Erasures;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.notification.mails.Mails;
import org.doorsopen.notification.mails.MissedReason;
import org.doorsopen.notification.mails.QueuedMails;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.doorsopen.notification.smtp.Verdict;
import org.doorsopen.web.database.AfterCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down the result of each delivery. Each method can be repeated if it fails, because it may
 * have been committed or not. Metrics are counted after the commit.
 */
@Component
class DeliveryResults {

  private static final Logger log = LoggerFactory.getLogger(DeliveryResults.class);

  private final Mails mails;
  private final QueuedMails queue;
  private final Batches batches;
  private final Acceptance acceptance;
  private final UnreachedRsvps unreached;
  private final Erasures erasures;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private final AcceptanceWriter acceptances;

  DeliveryResults(
      Mails mails,
      QueuedMails queue,
      Batches batches,
      Acceptance acceptance,
      UnreachedRsvps unreached,
      Erasures erasures,
      TransactionTemplate transaction,
      InstantSource clock,
      MeterRegistry metrics) {
    this.mails = mails;
    this.queue = queue;
    this.batches = batches;
    this.acceptance = acceptance;
    this.unreached = unreached;
    this.erasures = erasures;
    this.transaction = transaction;
    this.clock = clock;
    this.metrics = metrics;
    this.acceptances = new AcceptanceWriter(this::accept, AcceptanceWriter.MOMENT);
    countUnanswered(0);
  }

  /**
   * Notes the result for a mail of the batch. It must be committed before the next mail is handed
   * over, so that a crash leaves at most one mail for each sender with an unknown result. An
   * acceptance is noted even if another process has taken over; all else is then up to that
   * process.
   */
  void settle(Claimant claimant, Mail mail, SmtpOutcome outcome) {
    switch (outcome) {
      case SmtpOutcome.Accepted _ -> accept(List.of(mail));
      case SmtpOutcome.Refused(Verdict verdict, String words) ->
          unlessTakenOver(claimant, mail, () -> fail(mail, 1, words, refusal(verdict)));
      case SmtpOutcome.Postponed(Verdict _, String words) ->
          unlessTakenOver(claimant, mail, () -> tryAgain(mail, false, words));
      case SmtpOutcome.Unanswered(String words) ->
          unlessTakenOver(
              claimant,
              mail,
              () -> {
                acceptance.perhapsAccepted(mail.id(), mail.rsvpId());
                AfterCommit.run(() -> countUnanswered(1));
                tryAgain(mail, true, words);
              });
    }
  }

  private void accept(List<Mail> accepted) {
    countSent(mails.accept(accepted, clock.instant()));
  }

  @PreDestroy
  void close() {
    acceptances.close();
  }

  private void unlessTakenOver(Claimant claimant, Mail mail, Runnable result) {
    transaction.executeWithoutResult(_ -> {
      if (batches.settle(claimant, mail.id())) {
        result.run();
      }
    });
  }

  /**
   * The server is about to get the end of a mail: others are noted together with its acceptance.
   * Ends with {@link #noteAccepted} or {@link #noteNotAccepted}.
   */
  void expectAnswer(Claimant claimant) {
    acceptances.expect(claimant);
  }

  /**
   * Begins to note that a mail was accepted, and returns at once. If the future fails, {@link
   * #settle} does it.
   */
  Future<Void> noteAccepted(Claimant claimant, Mail mail) {
    return acceptances.write(claimant, mail);
  }

  /** Nobody waits for its acceptance any longer; what came of the mail is settled by itself. */
  void noteNotAccepted(Claimant claimant) {
    acceptances.expectNoMore(claimant);
  }

  /**
   * To be called before the first claim. Puts back the mails that earlier runs of the sender had
   * claimed when their process died. Mails are handed over in the order in which they are claimed,
   * and each is settled before the next, so only the first one that is not settled can have reached
   * the server.
   */
  void recover(Claimant claimant) {
    transaction.executeWithoutResult(
        _ -> batches.endThoseBefore(claimant).forEach(batch -> recover(claimant, batch)));
  }

  private void recover(Claimant claimant, List<Claimed> batch) {
    for (Claimed mail : batch) {
      Optional<String> rsvpId = mails.noteLost(mail.mailId());
      if (rsvpId.isPresent()) {
        acceptance.perhapsAccepted(mail.mailId(), rsvpId.get());
        log.warn("Mail {} may go out twice: sender {} died", mail.mailId(), claimant.sender());
        AfterCommit.run(() -> countUnanswered(1));
        break;
      }
    }
    batch.forEach(mail -> queue.add(mail.mailId(), mail.dueAt()));
  }

  /** Gives mails that were claimed and not handed over their places in the queue again. */
  void putBack(Claimant claimant) {
    transaction.executeWithoutResult(
        _ -> batches.end(claimant).forEach(mail -> queue.add(mail.mailId(), mail.dueAt())));
  }

  /**
   * Settles a mail of the queue that is no longer news, whether it was tried all the time or never.
   */
  void tooOld(Mail mail) {
    if (mail.tries().attempts() == 0) {
      missed(mail, MissedReason.OLD);
    } else {
      queue.remove(mail.id());
      String words =
          mail.tries().lastError() == null ? MissedReason.OLD.words() : mail.tries().lastError();
      fail(mail, 0, words, Failure.EXPIRED);
    }
  }

  /** Settles a mail of the queue that comes too late. */
  void missed(Mail mail, MissedReason reason) {
    queue.remove(mail.id());
    giveUp(mail, MailStatus.MISSED, 0, reason.words());
    if (reason == MissedReason.TOO_MANY) {
      mails.noteHeld(mail.id(), clock.instant());
      AfterCommit.run(() -> countHeld("missed"));
    }
  }

  /** Lets a mail of the queue wait, because its mailbox has had too many. */
  void heldBack(Mail mail, Instant until) {
    queue.hold(mail.id(), until);
    if (mail.times().heldAt() == null) {
      mails.noteHeld(mail.id(), clock.instant());
      log.info(
          "Mail {} ({}) waits until {}: too many to its address", mail.id(), mail.kind(), until);
      AfterCommit.run(() -> countHeld("waits"));
    }
  }

  /**
   * Removes a mail as if it had never been queued; but what may be in somebody's inbox stays in the
   * log.
   */
  void nothingToTell(Mail mail) {
    if (mail.tries().attempts() == 0) {
      queue.remove(mail.id());
      mails.remove(mail.id());
    } else {
      missed(mail, MissedReason.NOTHING_LEFT);
    }
  }

  /**
   * Logs a fault of ours, which the next release may mend; returns the text for the delivery log.
   */
  static String unwritten(Mail mail, RuntimeException fault) {
    log.error("Mail {} ({}) cannot be written", mail.id(), mail.kind(), fault);
    return "It could not be written: " + fault.getClass().getSimpleName();
  }

  /** Puts off a mail of the queue that could not even be claimed; in the caller's transaction. */
  void unwritable(Mail mail, RuntimeException fault) {
    queue.remove(mail.id());
    tryAgain(mail, false, unwritten(mail, fault));
  }

  private void tryAgain(Mail mail, boolean unanswered, String words) {
    Instant due = clock.instant().plus(RetrySchedule.pauseAfter(mail.tries().attempts() + 1));
    log.info("Mail {} ({}) is tried again at {}: {}", mail.id(), mail.kind(), due, words);
    mails.noteFailure(mail.id(), unanswered, withoutErased(mail, words));
    queue.add(mail.id(), due);
  }

  private static Failure refusal(Verdict verdict) {
    return verdict == Verdict.ADDRESS ? Failure.ADDRESS_REFUSED : Failure.MAIL_REFUSED;
  }

  private void fail(Mail mail, int attempts, String words, Failure failure) {
    giveUp(mail, MailStatus.FAILED, attempts, withoutErased(mail, words));
    unreached.noteFailed(mail.rsvpId(), mail.meetupId(), mail.id(), failure, clock.instant());
  }

  private void giveUp(Mail mail, MailStatus status, int attempts, String reason) {
    log.warn("Mail {} ({}) is {}: {}", mail.id(), mail.kind(), status, reason);
    mails.giveUp(mail.id(), status, attempts, reason);
    AfterCommit.run(() -> count(status));
  }

  /** The contact may have been erased while the mail was on its way. */
  private String withoutErased(Mail mail, String words) {
    return erasures.isErased(mail.rsvpId()) ? MissedReason.ERASED.words() : words;
  }

  private void count(MailStatus status) {
    metrics.counter("doors.mails", "status", status.name()).increment();
  }

  private void countSent(int mails) {
    metrics.counter("doors.mails", "status", MailStatus.SENT.name()).increment(mails);
  }

  private void countHeld(String outcome) {
    metrics.counter("doors.mails.held", "outcome", outcome).increment();
  }

  private void countUnanswered(int mails) {
    metrics.counter("doors.mails.unanswered").increment(mails);
  }
}
