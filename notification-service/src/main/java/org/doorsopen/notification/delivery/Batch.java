package org.doorsopen.notification.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.doorsopen.notification.delivery.Claiming.Claim;
import org.doorsopen.notification.delivery.Claiming.Send;
import org.doorsopen.notification.mails.Batches.Claimant;
import org.doorsopen.notification.mails.QueuedMails.Place;

/**
 * The mails that one sender has claimed and not handed over yet. Every method can be repeated if it
 * fails.
 */
final class Batch {

  private static final int MAX_MAILS = 32;

  /** The contents of mails are then looked at anew: they are of the moment of the claim. */
  private static final Duration MAX_AGE = Duration.ofSeconds(1);

  /** How long mails may be overlooked that were put back in front of those that are claimed. */
  private static final Duration MAX_TIME_BETWEEN_WHOLE_LOOKS = Duration.ofSeconds(1);

  private final Claimant claimant;
  private final Claiming claiming;
  private final DeliveryResults results;
  private final Deque<Send> mails = new ArrayDeque<>();
  private long filledAt;
  private int appetite = 1;
  // There may be more in the database than here if a commit was not answered.
  private boolean mayHaveMore;
  private Place front = Place.FIRST;
  private long lookedAtAllAt = System.nanoTime();

  Batch(Claimant claimant, Claiming claiming, DeliveryResults results) {
    this.claimant = claimant;
    this.claiming = claiming;
    this.results = results;
  }

  boolean isEmpty() {
    return mails.isEmpty();
  }

  boolean isStale() {
    return isStale(filledAt);
  }

  /** Whether a mail that was fresh then is to be looked at anew. */
  static boolean isStale(long freshAt) {
    return isOver(MAX_AGE, freshAt);
  }

  private static boolean isOver(Duration duration, long since) {
    return System.nanoTime() - since > duration.toNanos();
  }

  /** The one that has been due for longest. */
  Send next() {
    return mails.removeFirst();
  }

  /** The one that {@link #next} would give. */
  Optional<Send> peek() {
    return Optional.ofNullable(mails.peekFirst());
  }

  /** One that {@link #next} has given, and that is not handed over yet after all. */
  void giveBack(Send mail) {
    mails.addFirst(mail);
  }

  /** Twice as many as the last time, if those were sent in time; returns how many were due. */
  int fill() {
    return fill(mails.isEmpty() ? Math.min(2 * appetite, MAX_MAILS) : 1);
  }

  /** As {@link #fill}, but a single one. */
  int fillWithOne() {
    return fill(1);
  }

  private int fill(int limit) {
    putBack();
    if (isOver(MAX_TIME_BETWEEN_WHOLE_LOOKS, lookedAtAllAt)) {
      front = Place.FIRST;
    }
    if (front.equals(Place.FIRST)) {
      lookedAtAllAt = System.nanoTime();
    }
    mayHaveMore = true;
    Claim claim = claiming.claim(claimant, front, limit);
    mayHaveMore = false;
    // Where fewer were due than wanted, the next one may come in front of them.
    front = claim.due() < limit || claim.first() == null ? Place.FIRST : claim.first();
    appetite = claim.due() == 0 ? 1 : limit;
    mails.addAll(claim.mails());
    filledAt = System.nanoTime();
    return claim.due();
  }

  /** The mails that are left are due again, as if they had not been claimed. */
  void putBack() {
    if (mayHaveMore || !mails.isEmpty()) {
      results.putBack(claimant);
      mails.clear();
      mayHaveMore = false;
    }
  }
}
