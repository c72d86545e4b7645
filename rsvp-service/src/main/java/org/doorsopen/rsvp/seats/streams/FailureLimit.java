package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.doorsopen.schemas.RegistryUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles failures of the allocator's threads. While Kafka or the registry is away, threads are
 * replaced for as long as it takes; so they are while Kafka refuses the times of this instance's
 * clock, because clocks are set right again. After any other failure a fresh thread tries again,
 * three times within five minutes; then the allocator stops and the service reports that it is not
 * ready. No decision is ever skipped.
 */
final class FailureLimit implements StreamsUncaughtExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(FailureLimit.class);
  private static final int MAX_FAILURES = 3;
  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final InstantSource clock;
  private final Consumer<String> cause;
  private final Deque<Long> failures = new ArrayDeque<>();

  /**
   * @param cause is told why seat allocation waits or has stopped
   */
  FailureLimit(InstantSource clock, Consumer<String> cause) {
    this.clock = clock;
    this.cause = cause;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    if (isCausedBy(failure, InvalidTimestampException.class)) {
      report(
          "waits until the clocks of this machine and of Kafka agree again; Kafka refuses times that are ahead of its own",
          failure);
      LockSupport.parkNanos(PAUSE.toNanos());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (isOutside(failure)) {
      report("waits for Kafka or the registry", failure);
      LockSupport.parkNanos(PAUSE.toNanos());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    long now = clock.millis();
    failures.removeIf(earlier -> earlier <= now - WITHIN.toMillis());
    failures.add(now);
    if (failures.size() > MAX_FAILURES) {
      log.error("Seat allocation failed {} times and stops", failures.size(), failure);
      cause.accept("stopped after " + failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    log.error("Seat allocation failed and tries again", failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private void report(String what, Throwable failure) {
    log.warn("Seat allocation {}", what, failure);
    cause.accept(what);
  }

  private static boolean isOutside(Throwable failure) {
    return isCausedBy(failure, RegistryUnavailableException.class)
        || isCausedBy(failure, RetriableException.class);
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(type::isInstance);
  }
}
