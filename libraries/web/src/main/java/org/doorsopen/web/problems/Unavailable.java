package org.doorsopen.web.problems;

import java.time.Duration;

/**
 * Something that the service needs does not answer (Kafka, the database); answered as 503 with
 * {@code Retry-After} in whole seconds, rounded up. The message reaches the client: say whether the
 * outcome is unknown and whether the request may be repeated.
 */
public final class Unavailable extends RuntimeException {

  private final Duration retryAfter;

  public Unavailable(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  public Unavailable(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  long retryAfterSeconds() {
    return Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }
}
