package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.doorsopen.schemas.RegistryUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles failures of the allocator's threads. While Kafka or the registry is away, threads are
 * replaced for as long as it takes. After any other failure a fresh thread tries again, three times
 * within five minutes; then the allocator stops and the service reports that it is not ready. No
 * decision is ever skipped.
 */
final class FailureLimit implements StreamsUncaughtExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(FailureLimit.class);
  private static final int MAX_FAILURES = 3;
  private static final Duration WITHIN = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final InstantSource clock;
  private final Deque<Long> failures = new ArrayDeque<>();

  FailureLimit(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    if (isOutside(failure)) {
      log.warn("Seat allocation waits for Kafka or the registry", failure);
      LockSupport.parkNanos(PAUSE.toNanos());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    long now = clock.millis();
    failures.removeIf(earlier -> earlier <= now - WITHIN.toMillis());
    failures.add(now);
    if (failures.size() > MAX_FAILURES) {
      log.error("Seat allocation failed {} times and stops", failures.size(), failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    log.error("Seat allocation failed and tries again", failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private static boolean isOutside(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryUnavailableException || cause instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }
}
