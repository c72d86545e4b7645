package org.doorsopen.notification.delivery;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.Mails;

/**
 * Writes down which mails the server has accepted, for all senders of this process: those that come
 * while the last ones are being written go together, in one statement and one commit. Where a disk
 * is slow, senders would otherwise wait for one another's commits.
 */
final class AcceptanceWriter implements AutoCloseable {

  private final Mails mails;
  private final InstantSource clock;
  private final IntConsumer count;
  private final BlockingQueue<Accepted> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;

  /**
   * @param count told how many mails were sent, after each commit
   */
  AcceptanceWriter(Mails mails, InstantSource clock, IntConsumer count) {
    this.mails = mails;
    this.clock = clock;
    this.count = count;
    this.thread = Thread.ofPlatform().daemon().name("acceptances").start(this::run);
  }

  private record Accepted(Mail mail, CompletableFuture<Void> written) {}

  /**
   * Returns at once. The future ends when the acceptance is committed, or fails when it may not be;
   * then it can be written again.
   */
  Future<Void> write(Mail mail) {
    Accepted accepted = new Accepted(mail, new CompletableFuture<>());
    waiting.add(accepted);
    return accepted.written();
  }

  private void run() {
    List<Accepted> together = new ArrayList<>();
    try {
      while (true) {
        together.add(waiting.take());
        waiting.drainTo(together);
        write(together);
        together.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Accepted> together) {
    try {
      count.accept(mails.accept(together.stream().map(Accepted::mail).toList(), clock.instant()));
      together.forEach(accepted -> accepted.written().complete(null));
    } catch (Throwable e) {
      // Whatever it is, the senders wait for an answer, and for this thread the next time.
      together.forEach(accepted -> accepted.written().completeExceptionally(e));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
