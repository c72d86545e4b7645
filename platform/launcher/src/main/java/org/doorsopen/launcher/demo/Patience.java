package org.doorsopen.launcher.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again and again: decisions and mails follow a request, they do not answer it. */
record Patience(Duration limit) {
  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * @throws DemoFailure saying what was waited for, if it does not come within the limit
   */
  <T> T await(String what, Supplier<Optional<T>> question) {
    long deadline = System.nanoTime() + limit.toNanos();
    Optional<T> answer = question.get();
    while (answer.isEmpty()) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        throw new DemoFailure("Waited %d s for %s".formatted(limit.toSeconds(), what));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = question.get();
    }
    return answer.get();
  }
}
