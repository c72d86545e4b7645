package org.doorsopen.notification.smtp;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends writes that take too long, for all connections in one thread. Jakarta Mail would have a
 * thread for each connection, and wake it for each write.
 */
final class WriteLimits extends ScheduledThreadPoolExecutor {

  WriteLimits() {
    super(1, Thread.ofPlatform().daemon().name("smtp-write-limits").factory());
    setRemoveOnCancelPolicy(true);
    // Always due before any limit, so that the thread is not woken when a write begins.
    scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.SECONDS);
  }

  /** Each connection that ends asks for this; the others go on. */
  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }
}
