package org.doorsopen.notification.mails;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.doorsopen.web.database.AfterCommit;
import org.springframework.stereotype.Component;

/**
 * Wakes a sender of this process when there is something to send, before it would look by itself.
 */
@Component
public class WakeUp {

  private final Semaphore calls = new Semaphore(0);

  /** Wakes a sender when the caller's transaction has been committed. */
  void afterTransaction() {
    AfterCommit.run(this::now);
  }

  public void now() {
    if (calls.availablePermits() == 0) {
      calls.release();
    }
  }

  /** Waits until a mail is queued, but no longer than this. */
  public void await(Duration timeout) throws InterruptedException {
    calls.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
