package org.doorsopen.bench.measuring;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again until something is so. */
public final class Poll {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private Poll() {}

  /**
   * @throws BenchFailure if it is not so within the limit, or if we are asked to end
   */
  public static void until(BooleanSupplier isSo, Duration limit, Supplier<String> otherwise) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!isSo.getAsBoolean()) {
      // Cleared, so that whatever is closed now can wait for its end.
      if (Thread.interrupted()) {
        throw new BenchFailure("Interrupted");
      }
      if (System.nanoTime() > deadline) {
        throw new BenchFailure(otherwise.get());
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
