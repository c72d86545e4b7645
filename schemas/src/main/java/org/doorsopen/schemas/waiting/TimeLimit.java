package org.doorsopen.schemas.waiting;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The time within which something has to be done, by a clock that never jumps. */
public record TimeLimit(long endNanos) {

  public static TimeLimit in(Duration time) {
    return new TimeLimit(System.nanoTime() + time.toNanos());
  }

  /** Zero when the time is over; never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  /**
   * Makes the attempt again, after a pause, while its failure may pass, there is time, and the
   * thread is not interrupted; then throws the last failure. An attempt that has begun is not cut
   * short.
   */
  public <T> T retry(
      Supplier<T> attempt, Predicate<? super RuntimeException> mayPass, Duration pause) {
    while (true) {
      try {
        return attempt.get();
      } catch (RuntimeException e) {
        if (left().isZero() || Thread.currentThread().isInterrupted() || !mayPass.test(e)) {
          throw e;
        }
        LockSupport.parkNanos(pause.toNanos());
      }
    }
  }
}
