package org.doorsopen.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.doorsopen.notification.delivery.Composer.Composition;
import org.doorsopen.notification.mails.Batches;
import org.doorsopen.notification.mails.Batches.Claimant;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.notification.mails.MissedReason;
import org.doorsopen.notification.mails.QueuedMails;
import org.doorsopen.notification.mails.QueuedMails.Due;
import org.doorsopen.notification.mails.QueuedMails.Place;
import org.doorsopen.notification.mails.Timeliness;
import org.doorsopen.notification.mime.OutgoingMail;
import org.doorsopen.web.database.DatabaseFailures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves mails that are due from the queue into a sender's batch, several at a time, so that
 * everything that they need is read at once.
 */
@Service
class Claiming {

  private static final Duration MIN_WAIT = Duration.ofMillis(250);
  private static final Duration MAX_WAIT = Duration.ofMinutes(1);

  private final QueuedMails queue;
  private final Batches batches;
  private final DeliveryResults results;
  private final Composer composer;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Claiming(
      QueuedMails queue,
      Batches batches,
      DeliveryResults results,
      Composer composer,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.queue = queue;
    this.batches = batches;
    this.results = results;
    this.composer = composer;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A mail that is to be sent; its text is written when its turn comes. */
  record Send(Mail mail, Supplier<OutgoingMail> outgoing) {}

  /**
   * @param due how many mails were due; those that are not to be sent now wait or are settled
   * @param first where the first of those stood in the queue; null if none was due
   * @param mails to be handed over in this order
   */
  record Claim(int due, @Nullable Place first, List<Send> mails) {

    static final Claim EMPTY = new Claim(0, null, List.of());
  }

  /**
   * If it fails, mails may have been claimed or not.
   *
   * @param from where in the queue to begin
   * @param limit how many mails are looked at
   */
  Claim claim(Claimant claimant, Place from, int limit) {
    List<Due> looked = new ArrayList<>();
    try {
      return Objects.requireNonNull(transaction.execute(_ -> claim(claimant, from, limit, looked)));
    } catch (RuntimeException e) {
      if (looked.isEmpty() || DatabaseFailures.isAway(e)) {
        throw e;
      }
      if (looked.size() > 1) {
        return claim(claimant, from, 1);
      }
      // A mail that cannot be written must not hold up the others.
      transaction.executeWithoutResult(_ -> results.unwritable(looked.getFirst().mail(), e));
      return new Claim(1, looked.getFirst().place(), List.of());
    }
  }

  private Claim claim(Claimant claimant, Place from, int limit, List<Due> looked) {
    Instant now = clock.instant();
    looked.addAll(queue.due(from, now, limit));
    if (looked.isEmpty()) {
      return Claim.EMPTY;
    }
    List<Due> ready = withoutThoseThatWait(looked, now);
    List<Composition> compositions =
        ready.isEmpty() ? List.of() : composer.compose(mails(ready), now);
    List<Due> claimed = new ArrayList<>();
    List<Send> sends = new ArrayList<>();
    for (int i = 0; i < ready.size(); i++) {
      Mail mail = ready.get(i).mail();
      switch (compositions.get(i)) {
        case Composition.Ready(var outgoing) -> {
          claimed.add(ready.get(i));
          sends.add(new Send(mail, outgoing));
        }
        case Composition.NotYet _ ->
            queue.putOff(mail.id(), now.plus(patience(mail, now)), mail.scheduleVersion());
        case Composition.HeldBack(Instant until) -> results.heldBack(mail, until);
        case Composition.TooLate(MissedReason reason) -> results.missed(mail, reason);
        case Composition.NothingToTell _ -> results.nothingToTell(mail);
      }
    }
    if (!claimed.isEmpty()) {
      queue.remove(mails(claimed));
      batches.claim(claimant, claimed);
    }
    return new Claim(looked.size(), looked.getFirst().place(), sends);
  }

  private static List<Mail> mails(List<Due> due) {
    return due.stream().map(Due::mail).toList();
  }

  /** Settles mails that are too old, and drops those that are settled already. */
  private List<Due> withoutThoseThatWait(List<Due> looked, Instant now) {
    Map<UUID, Instant> waiting = queue.waiting(mails(looked), now);
    Instant soon = now.plus(MIN_WAIT);
    List<Due> ready = new ArrayList<>();
    for (Due due : looked) {
      Mail mail = due.mail();
      Instant until = waiting.get(mail.id());
      if (mail.status() != MailStatus.QUEUED) {
        // Accepted for a process that was cut off, after its successor had put it back.
        queue.remove(mail.id());
      } else if (!Timeliness.isNews(mail.newsSince(), now)) {
        results.tooOld(mail);
      } else if (until != null) {
        queue.putOff(mail.id(), until.isAfter(soon) ? until : soon, null);
      } else {
        ready.add(due);
      }
    }
    return ready;
  }

  /**
   * As long again as the mail has waited already. When the contact or the version that it waits for
   * arrives, it becomes due at once.
   */
  private static Duration patience(Mail mail, Instant now) {
    Duration waited = Duration.between(mail.times().queuedAt(), now);
    if (waited.compareTo(MIN_WAIT) < 0) {
      return MIN_WAIT;
    }
    return waited.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : waited;
  }
}
