package org.doorsopen.web.organizers;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many logins were refused, so that somebody notices who guesses: in metrics, and in a line a
 * minute. Neither has the name that was typed, which may be a password, nor where it came from.
 */
final class RefusedLogins {

  private static final Logger log = LoggerFactory.getLogger(RefusedLogins.class);
  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Supplier<MeterRegistry> meters;
  private final TimeMeter time;
  private long unsaid;
  private long said;

  /**
   * @param meters asked for at the first refusal, as logins are there before all metrics are
   */
  RefusedLogins(Supplier<MeterRegistry> meters, TimeMeter time) {
    this.meters = meters;
    this.time = time;
    this.said = time.currentTimeNanos() - QUIET_NANOS;
  }

  /** The name or the password was wrong. */
  void wrong() {
    count("wrong");
  }

  /** There were so many wrong ones before that this one was not looked at. */
  void unseen() {
    count("unseen");
  }

  private void count(String why) {
    meters.get().counter("doors.logins.refused", "why", why).increment();
    long number = toBeSaid();
    if (number > 0) {
      log.warn("Logins of organizers were refused, {} since the last such line", number);
    }
  }

  /** 0 for nothing. */
  private synchronized long toBeSaid() {
    unsaid++;
    long now = time.currentTimeNanos();
    if (now - said < QUIET_NANOS) {
      return 0;
    }
    long number = unsaid;
    said = now;
    unsaid = 0;
    return number;
  }
}
