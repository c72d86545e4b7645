package org.doorsopen.bench;

import java.time.Duration;
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
 * @param steady how long latency is looked at
 */
record SeatsPlan(
    int rounds, int rsvps, int prefilled, int waiting, Duration database, Duration steady)
    implements Bench {

  static SeatsPlan full() {
    return new SeatsPlan(
        3, 60_000, 1_000_000, 100_000, Duration.ofSeconds(3), Duration.ofSeconds(10));
  }

  /** Proves that it runs; its figures are of a cold machine. */
  static SeatsPlan quick() {
    return new SeatsPlan(1, 10_000, 20_000, 5_000, Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  @Override
  public Figures run(Platform platform, Console console) {
    return new SeatsReport(new SeatsBench(platform, this, console).run());
  }
}
