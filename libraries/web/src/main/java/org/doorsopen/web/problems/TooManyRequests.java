package org.doorsopen.web.problems;

import java.time.Duration;

/**
 * More was asked for than is allowed; answered as 429 with {@code Retry-After} in whole seconds,
 * rounded up. The message reaches the client.
 */
public final class TooManyRequests extends RuntimeException {

  private final Duration retryAfter;

  public TooManyRequests(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** Whole seconds, rounded up, and at least one. */
  public long retryAfterSeconds() {
    return Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }
}
