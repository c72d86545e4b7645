package org.doorsopen.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.doorsopen.notification.delivery.Composer.Composition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two transactions around handing a mail to the SMTP server. A crash between them leaves it
 * SENDING, and it is sent again under the same Message-ID.
 */
@Service
class Delivery {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Mails mails;
  private final Composer composer;
  private final Clock clock;
  private final MeterRegistry metrics;

  Delivery(Mails mails, Composer composer, Clock clock, MeterRegistry metrics) {
    this.mails = mails;
    this.composer = composer;
    this.clock = clock;
    this.metrics = metrics;
  }

  sealed interface Step {

    record Send(Mail mail, OutgoingMail outgoing) implements Step {}

    record Again(Instant due) implements Step {}

    record Done() implements Step {}
  }

  @Transactional
  Step prepare(UUID id) {
    Optional<Mail> found = mails.lock(id);
    if (found.isEmpty() || isClosed(found.get())) {
      return new Step.Done();
    }
    Mail mail = found.get();
    Instant now = clock.instant();
    if (!Timeliness.isNews(mail.newsSince(), now)) {
      return tooOld(mail);
    }
    Optional<Instant> earlier = mails.earlierOneIsDue(mail);
    if (earlier.isPresent()) {
      Instant soon = now.plus(SHORTEST_WAIT);
      return new Step.Again(earlier.get().isAfter(soon) ? earlier.get() : soon);
    }
    return begin(mail, composer.compose(mail, now), now);
  }

  private Step begin(Mail mail, Composition composition, Instant now) {
    return switch (composition) {
      case Composition.Ready(OutgoingMail outgoing) -> {
        mails.startSending(mail.id());
        yield new Step.Send(mail, outgoing);
      }
      case Composition.NotYet _ -> new Step.Again(now.plus(patience(mail, now)));
      case Composition.TooLate(String reason) -> close(mail, MailStatus.MISSED, reason);
      case Composition.NothingToTell _ -> {
        mails.remove(mail.id());
        yield new Step.Done();
      }
    };
  }

  @Transactional
  Step conclude(Mail mail, SmtpOutcome outcome) {
    return switch (outcome) {
      case SmtpOutcome.Accepted _ -> {
        mails.sent(mail.id(), clock.instant());
        composer.accepted(mail);
        count(MailStatus.SENT);
        yield new Step.Done();
      }
      case SmtpOutcome.Refused(String words) -> close(mail, MailStatus.FAILED, words);
      case SmtpOutcome.Postponed(String words) -> {
        Duration pause = BackOff.after(mail.attempts() + 1, ThreadLocalRandom.current());
        Instant due = clock.instant().plus(pause);
        log.info("Mail {} ({}) is tried again at {}: {}", mail.id(), mail.kind(), due, words);
        mails.putOff(mail.id(), due, words);
        yield new Step.Again(due);
      }
    };
  }

  /** Tried for all the time that it was news, or never got the chance. */
  private Step tooOld(Mail mail) {
    if (mail.attempts() == 0) {
      return close(mail, MailStatus.MISSED, MissedReasons.OLD);
    }
    String words = mail.lastError() == null ? MissedReasons.OLD : mail.lastError();
    return close(mail, MailStatus.FAILED, words);
  }

  private Step close(Mail mail, MailStatus status, String reason) {
    log.warn("Mail {} ({}) is {}: {}", mail.id(), mail.kind(), status, reason);
    mails.close(mail.id(), status, reason);
    count(status);
    return new Step.Done();
  }

  private void count(MailStatus status) {
    metrics.counter("doors.mails", "status", status.name()).increment();
  }

  /** As long again as it has waited already; whoever brings what it waits for hurries it. */
  private static Duration patience(Mail mail, Instant now) {
    Duration waited = Duration.between(mail.queuedAt(), now);
    if (waited.compareTo(SHORTEST_WAIT) < 0) {
      return SHORTEST_WAIT;
    }
    return waited.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : waited;
  }

  private static boolean isClosed(Mail mail) {
    return switch (mail.status()) {
      case QUEUED, SENDING -> false;
      case SENT, FAILED, MISSED -> true;
    };
  }
}
