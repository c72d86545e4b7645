package org.doorsopen.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.doorsopen.notification.delivery.Claims.Holder;
import org.doorsopen.notification.delivery.Composer.Composition;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a sender asks between mails. It claims some at a time, so that what they need is read at
 * once; and settles each before it hands over the next, so that a crash leaves at most one mail for
 * each sender of which nobody knows whether it was accepted.
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

  /** What came of a mail that was handed over out of that hand. */
  record Answer(Mail mail, UUID hand, SmtpOutcome outcome) {}

  /** A mail that is being sent; written when it is its turn. */
  record Send(Mail mail, Supplier<OutgoingMail> outgoing) {}

  /**
   * @param due how many mails were; those of them that are not sent now wait, or are done with
   * @param mails to be handed over in this order
   */
  record Claim(int due, List<Send> mails) {}

  /** To be called before the first mail: what the sender had in hand when its process died. */
  void recover(Holder holder) {
    transaction.executeWithoutResult(_ -> outcomes.recover(holder));
  }

  /** What was claimed and not handed over, if anything: it is looked at anew. */
  void putBack(Holder holder) {
    claims.putBack(holder);
  }

  /** To be called before the next mail is handed over. */
  void settle(Answer answer) {
    if (answer.outcome() instanceof SmtpOutcome.Accepted) {
      outcomes.accepted(answer.mail());
    } else {
      transaction.executeWithoutResult(_ -> outcomes.settle(answer));
    }
  }

  /**
   * When it fails, some mails may be claimed or not.
   *
   * @param most that are looked at
   */
  Claim claim(Holder holder, int most) {
    List<Mail> looked = new ArrayList<>();
    try {
      return Objects.requireNonNull(transaction.execute(_ -> begin(holder, most, looked)));
    } catch (RuntimeException e) {
      if (looked.isEmpty() || isOfTheDatabase(e)) {
        throw e;
      }
      if (looked.size() > 1) {
        return claim(holder, 1);
      }
      // Whatever is wrong with it stops nobody else's mail.
      transaction.executeWithoutResult(_ -> outcomes.unwritable(looked.getFirst(), e));
      return new Claim(1, List.of());
    }
  }

  private static boolean isOfTheDatabase(RuntimeException e) {
    return e instanceof TransientDataAccessException
        || e instanceof NonTransientDataAccessResourceException
        || e instanceof TransactionException;
  }

  private Claim begin(Holder holder, int most, List<Mail> looked) {
    Instant now = clock.instant();
    looked.addAll(claims.due(now, most));
    if (looked.isEmpty()) {
      return new Claim(0, List.of());
    }
    List<Mail> ready = withoutThoseThatWait(looked, now);
    List<Composition> compositions = ready.isEmpty() ? List.of() : composer.compose(ready, now);
    List<Send> sends = new ArrayList<>();
    for (int i = 0; i < ready.size(); i++) {
      Mail mail = ready.get(i);
      switch (compositions.get(i)) {
        case Composition.Ready(var outgoing) -> sends.add(new Send(mail, outgoing));
        case Composition.NotYet _ -> claims.waitUntil(mail.id(), now.plus(patience(mail, now)));
        case Composition.TooLate(String reason) -> outcomes.missed(mail, reason);
        case Composition.NothingToTell _ -> outcomes.nothingToTell(mail);
      }
    }
    if (!sends.isEmpty()) {
      claims.startSending(sends.stream().map(Send::mail).toList(), holder);
    }
    return new Claim(looked.size(), sends);
  }

  /** Nor those that are too old. */
  private List<Mail> withoutThoseThatWait(List<Mail> due, Instant now) {
    Map<UUID, Instant> waiting = claims.waiting(due);
    Instant soon = now.plus(SHORTEST_WAIT);
    List<Mail> ready = new ArrayList<>();
    for (Mail mail : due) {
      Instant earlier = waiting.get(mail.id());
      if (!Timeliness.isNews(mail.newsSince(), now)) {
        outcomes.tooOld(mail);
      } else if (earlier != null) {
        claims.waitUntil(mail.id(), earlier.isAfter(soon) ? earlier : soon);
      } else {
        ready.add(mail);
      }
    }
    return ready;
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
