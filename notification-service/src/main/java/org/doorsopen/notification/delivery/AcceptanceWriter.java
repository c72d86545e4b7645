package org.doorsopen.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.doorsopen.notification.mails.Batches.Claimant;
import org.doorsopen.notification.mails.Mail;

/**
 * Writes down which mails the server has accepted, for all senders of this process. Those that come
 * while the last ones are being written go together, in one statement and one commit, and so do
 * those that come within a moment, where the server has the whole of a mail and is about to answer.
 * Where a disk is slow, senders would otherwise wait for one another's commits.
 */
final class AcceptanceWriter implements AutoCloseable {

  /** Little beside the time in which a server keeps a mail, and about that of one commit. */
  static final Duration MOMENT = Duration.ofMillis(1);

  private final Consumer<List<Mail>> mails;
  private final Duration moment;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final Set<Claimant> expected = new HashSet<>();
  private final List<Accepted> accepted = new ArrayList<>();
  private final Thread thread;

  /**
   * @param mails commits that these were accepted, or fails
   * @param moment how long an acceptance may wait for those that are expected
   */
  AcceptanceWriter(Consumer<List<Mail>> mails, Duration moment) {
    this.mails = mails;
    this.moment = moment;
    this.thread = Thread.ofPlatform().daemon().name("acceptances").start(this::run);
  }

  private record Accepted(Mail mail, CompletableFuture<Void> written) {}

  /**
   * The server is about to get the end of a mail of that sender. {@link #write} or {@link
   * #expectNoMore} has to follow.
   */
  void expect(Claimant sender) {
    change(() -> expected.add(sender));
  }

  /** For a mail that was not accepted; without effect if none is expected. */
  void expectNoMore(Claimant sender) {
    change(() -> expected.remove(sender));
  }

  /**
   * Returns at once. The future ends when the acceptance is committed, or fails when it may not be;
   * then it can be written again.
   */
  Future<Void> write(Claimant sender, Mail mail) {
    Accepted news = new Accepted(mail, new CompletableFuture<>());
    change(() -> {
      expected.remove(sender);
      accepted.add(news);
    });
    return news.written();
  }

  private void change(Runnable work) {
    lock.lock();
    try {
      work.run();
      change.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (true) {
        write(next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Accepted> next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (accepted.isEmpty()) {
        change.await();
      }
      long left = moment.toNanos();
      while (left > 0 && !expected.isEmpty()) {
        left = change.awaitNanos(left);
      }
      List<Accepted> together = List.copyOf(accepted);
      accepted.clear();
      return together;
    } finally {
      lock.unlock();
    }
  }

  private void write(List<Accepted> together) {
    try {
      mails.accept(together.stream().map(Accepted::mail).toList());
      together.forEach(news -> news.written().complete(null));
    } catch (Throwable e) {
      // Whatever it is, the senders wait for an answer, and for this thread the next time.
      together.forEach(news -> news.written().completeExceptionally(e));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
