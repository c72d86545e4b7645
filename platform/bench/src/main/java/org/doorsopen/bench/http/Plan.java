package org.doorsopen.bench.http;

import java.time.Duration;
import org.doorsopen.bench.measuring.Bench;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Platform;

/**
 * How much is measured.
 *
 * @param rounds of which the median counts
 * @param length of one round, in whole seconds
 * @param warmUp uncounted answers before, from either server: the compiler needs that many to
 *     settle
 */
public record Plan(int rounds, Duration length, int warmUp) implements Bench {

  static Plan full() {
    return new Plan(5, Duration.ofSeconds(5), 100_000);
  }

  /** Proves that it runs; its figures are of a cold machine. */
  static Plan quick() {
    return new Plan(1, Duration.ofSeconds(2), 1);
  }

  @Override
  public Result run(Platform platform, Console console) {
    return new HttpBench(platform, this, console).run();
  }
}
