package org.doorsopen.notification.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes a sender of this process when there is something to send, sooner than it would look. */
@Component
class Bell implements TransactionSynchronization {

  private final Semaphore rung = new Semaphore(0);

  /** Once, however many mails the transaction has queued. */
  void ringAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(this);
  }

  void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  @Override
  public void afterCommit() {
    ring();
  }

  /** Returns when it rings, or after so long. */
  void await(Duration longest) throws InterruptedException {
    rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}
