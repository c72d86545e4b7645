package org.doorsopen.notification.delivery;

import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** How long a mail that was not accepted waits for its next attempt. */
final class RetrySchedule {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration MAX = Duration.ofMinutes(15);

  /** Of the first pause; of the others the same part, so that a server that comes back has time. */
  private static final Duration JITTER = Duration.ofMillis(500);

  /** After so many pauses they do not grow any more. */
  private static final int MAX_STEPS = 12;

  private RetrySchedule() {}

  /**
   * 2 s, 4 s, 8 s … 15 min, each up to a quarter longer or shorter, but never outside of these two.
   *
   * @param attempts how many there were, at least 1
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
