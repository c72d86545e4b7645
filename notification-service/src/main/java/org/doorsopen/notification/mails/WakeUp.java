package org.doorsopen.notification.mails;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes a sender of this process when there is something to send, sooner than it would look. */
@Component
public class WakeUp implements TransactionSynchronization {

  private final Semaphore calls = new Semaphore(0);

  /** Once, however many mails the caller's transaction has queued. */
  void afterTransaction() {
    TransactionSynchronizationManager.registerSynchronization(this);
  }

  public void now() {
    if (calls.availablePermits() == 0) {
      calls.release();
    }
  }

  @Override
  public void afterCommit() {
    now();
  }

  /** Returns when somebody calls, or after so long. */
  public void await(Duration timeout) throws InterruptedException {
    calls.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
