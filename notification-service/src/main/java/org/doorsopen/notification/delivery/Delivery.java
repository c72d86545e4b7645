package org.doorsopen.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.doorsopen.notification.delivery.Composer.Composition;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a sender asks between two mails. The outcome of one and the beginning of the next are one
 * transaction: no mail is handed over before the acceptance of the one before is written down, and
 * a crash leaves one mail SENDING for each sender.
 */
@Service
class Delivery {

  private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Claims claims;
  private final Outcomes outcomes;
  private final Composer composer;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Delivery(
      Claims claims,
      Outcomes outcomes,
      Composer composer,
      TransactionTemplate transaction,
      Clock clock) {
    this.claims = claims;
    this.outcomes = outcomes;
    this.composer = composer;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What came of a mail that was handed over. */
  record Answer(Mail mail, SmtpOutcome outcome) {}

  sealed interface Step {

    record Send(Mail mail, OutgoingMail outgoing) implements Step {}

    /** A mail was due that is not sent now; there may be others. */
    record Passed() implements Step {}

    record NothingIsDue() implements Step {}
  }

  /** To be called before the first mail: what the sender had in hand when its process died. */
  void recover(int sender) {
    transaction.executeWithoutResult(_ -> outcomes.recover(sender));
  }

  void conclude(Answer last) {
    transaction.executeWithoutResult(_ -> outcomes.settle(last));
  }

  /**
   * @param last what came of the sender's mail before, if that is not written down yet; it is when
   *     this returns
   */
  Step next(int sender, @Nullable Answer last) {
    AtomicReference<@Nullable Mail> claimed = new AtomicReference<>();
    try {
      return inTransaction(last, () -> begin(sender, claimed));
    } catch (RuntimeException e) {
      Mail mail = claimed.get();
      if (mail == null || e instanceof TransientDataAccessException) {
        throw e;
      }
      // Whatever is wrong with it stops nobody else's mail.
      return inTransaction(last, () -> outcomes.unwritable(mail, e));
    }
  }

  private Step inTransaction(@Nullable Answer last, Supplier<Step> work) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          if (last != null) {
            outcomes.settle(last);
          }
          return work.get();
        }));
  }

  private Step begin(int sender, AtomicReference<@Nullable Mail> claimed) {
    Instant now = clock.instant();
    Optional<Mail> due = claims.nextDue(now);
    if (due.isEmpty()) {
      return new Step.NothingIsDue();
    }
    Mail mail = due.get();
    claimed.set(mail);
    if (!Timeliness.isNews(mail.newsSince(), now)) {
      return outcomes.tooOld(mail);
    }
    Optional<Instant> earlier = claims.earlierOneIsDue(mail);
    if (earlier.isPresent()) {
      Instant soon = now.plus(SHORTEST_WAIT);
      return waitUntil(earlier.get().isAfter(soon) ? earlier.get() : soon, mail);
    }
    return begin(sender, mail, now);
  }

  private Step begin(int sender, Mail mail, Instant now) {
    return switch (composer.compose(mail, now)) {
      case Composition.Ready(OutgoingMail outgoing) -> {
        claims.startSending(mail.id(), sender);
        yield new Step.Send(mail, outgoing);
      }
      case Composition.NotYet _ -> waitUntil(now.plus(patience(mail, now)), mail);
      case Composition.TooLate(String reason) -> outcomes.missed(mail, reason);
      case Composition.NothingToTell _ -> {
        claims.remove(mail.id());
        yield new Step.Passed();
      }
    };
  }

  private Step waitUntil(Instant due, Mail mail) {
    claims.waitUntil(mail.id(), due);
    return new Step.Passed();
  }

  /** As long again as it has waited already; whoever brings what it waits for hurries it. */
  private static Duration patience(Mail mail, Instant now) {
    Duration waited = Duration.between(mail.queuedAt(), now);
    if (waited.compareTo(SHORTEST_WAIT) < 0) {
      return SHORTEST_WAIT;
    }
    return waited.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : waited;
  }
}
