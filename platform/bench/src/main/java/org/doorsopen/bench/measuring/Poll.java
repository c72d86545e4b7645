package org.doorsopen.bench.measuring;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until a condition holds, by looking again and again. */
public final class Poll {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private Poll() {}

  /**
   * @throws BenchFailure if the condition does not hold within the limit, or on an interrupt
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
