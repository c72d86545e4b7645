package org.doorsopen.bench.seats;

import java.time.Duration;
import org.doorsopen.bench.measuring.Bench;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Platform;

/**
 * How much is measured.
 *
 * @param rounds of which the median counts
 * @param rsvps in one round
 * @param prefilled RSVPs in the state for "a million"
 * @param waiting parties that are promoted at once
 * @param database how long one round on the database takes
 * @param steady how long latency is measured
 */
public record Plan(
    int rounds, int rsvps, int prefilled, int waiting, Duration database, Duration steady)
    implements Bench {

  static Plan full() {
    return new Plan(3, 60_000, 1_000_000, 100_000, Duration.ofSeconds(3), Duration.ofSeconds(10));
  }

  /** Proves that it runs; its figures are of a cold machine. */
  static Plan quick() {
    return new Plan(1, 10_000, 20_000, 5_000, Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  @Override
  public Result run(Platform platform, Console console) {
    return new Report(new SeatsBench(platform, this, console).run());
  }
}
