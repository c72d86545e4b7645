package org.doorsopen.notification.smtp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential, with jitter, so that a server that comes back is not run over. */
public final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 10;

  private BackOff() {}

  /**
   * @param attempts how many there were, at least 1
   * @return between half and the whole of 2 s, 4 s, 8 s … 15 min
   */
  public static Duration after(int attempts, RandomGenerator random) {
    long whole = FIRST.toMillis() << Math.min(attempts - 1, DOUBLINGS);
    long capped = Math.min(whole, LONGEST.toMillis());
    return Duration.ofMillis(random.nextLong(capped / 2, capped + 1));
  }
}
