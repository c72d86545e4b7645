package org.doorsopen.notification.delivery;

import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** How long a mail that was not accepted waits for its next attempt. */
final class RetrySchedule {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration MAX = Duration.ofMinutes(15);

  /**
   * The jitter of the first pause; longer pauses have proportionally more, so that a server that
   * comes back is not flooded.
   */
  private static final Duration JITTER = Duration.ofMillis(500);

  /** The number of pauses after which they no longer grow. */
  private static final int MAX_STEPS = 12;

  private RetrySchedule() {}

  /**
   * 2 s, 4 s, 8 s … 15 min, each up to a quarter longer or shorter, but never outside this range.
   *
   * @param attempts the number of attempts so far, at least 1
   */
  static Duration pauseAfter(int attempts) {
    ExponentialBackOff schedule = new ExponentialBackOff(FIRST.toMillis(), 2);
    schedule.setMaxInterval(MAX.toMillis());
    schedule.setJitter(JITTER.toMillis());
    BackOffExecution pauses = schedule.start();
    for (int i = 1; i < Math.min(attempts, MAX_STEPS); i++) {
      pauses.nextBackOff();
    }
    return Duration.ofMillis(pauses.nextBackOff());
  }
}
