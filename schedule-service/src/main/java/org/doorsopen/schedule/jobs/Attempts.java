package org.doorsopen.schedule.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Tries a job again until it succeeds: what it sends was promised. */
public final class Attempts {

  private static final int MAX_DOUBLINGS = 5;

  private Attempts() {}

  public static <T> FailureHandler<T> forEver() {
    return (failure, job) -> {
      Duration pause = pauseAfter(failure.getExecution().consecutiveFailures);
      job.reschedule(failure, failure.getTimeDone().plus(pause));
    };
  }

  /** One second at first, then twice as long each time, and thirty seconds at most. */
  static Duration pauseAfter(int earlierFailures) {
    ExponentialBackOff backOff = new ExponentialBackOff(1_000, 2);
    backOff.setMaxInterval(30_000);
    BackOffExecution pauses = backOff.start();
    long pause = pauses.nextBackOff();
    for (int i = 0; i < Math.min(earlierFailures, MAX_DOUBLINGS); i++) {
      pause = pauses.nextBackOff();
    }
    return Duration.ofMillis(pause);
  }
}
