package org.doorsopen.notification.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.doorsopen.notification.delivery.Claims.Holder;
import org.doorsopen.notification.delivery.Delivery.Answer;
import org.doorsopen.notification.delivery.Delivery.Claim;
import org.doorsopen.notification.delivery.Delivery.Send;

/**
 * What one sender has claimed and not handed over yet. What fails may have been done or not, and
 * can be said again.
 */
final class Hand {

  private static final int MOST = 16;

  /** What mails say is then looked at anew: it is of the moment at which they were claimed. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Holder holder;
  private final Delivery delivery;
  private final Deque<Send> mails = new ArrayDeque<>();
  private long filledAt;
  private int appetite = 1;
  // More than we know of, if a commit was not answered.
  private boolean mayHaveMore;

  Hand(int sender, Delivery delivery) {
    this.holder = Holder.of(sender);
    this.delivery = delivery;
  }

  /** To be said before the first mail: what the sender had in hand when its process died. */
  void recover() {
    delivery.recover(holder);
  }

  /** In the order in which they were taken, each before the next is. */
  void settle(Send taken, SmtpOutcome outcome) {
    delivery.settle(new Answer(taken.mail(), holder.hand(), outcome));
  }

  boolean isEmpty() {
    return mails.isEmpty();
  }

  boolean isStale() {
    return System.nanoTime() - filledAt > LONGEST.toNanos();
  }

  /** The one that has been due for longest. */
  Send next() {
    return mails.removeFirst();
  }

  /** Twice as many as the last time, if those were sent in time; returns how many were due. */
  int fill() {
    return fill(mails.isEmpty() ? Math.min(2 * appetite, MOST) : 1);
  }

  /** As {@link #fill}, but a single one. */
  int fillWithOne() {
    return fill(1);
  }

  private int fill(int most) {
    putBack();
    mayHaveMore = true;
    Claim claim = delivery.claim(holder, most);
    mayHaveMore = false;
    appetite = claim.due() == 0 ? 1 : most;
    mails.addAll(claim.mails());
    filledAt = System.nanoTime();
    return claim.due();
  }

  /** They are due again, as if they had not been claimed. */
  void putBack() {
    if (mayHaveMore || !mails.isEmpty()) {
      delivery.putBack(holder);
      mails.clear();
      mayHaveMore = false;
    }
  }
}
