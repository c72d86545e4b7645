package org.doorsopen.bench;

import java.time.Duration;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Platform;

/**
 * How much is measured.
 *
 * @param rounds of which the median counts
 * @param length of one round, in whole seconds
 * @param warmUp answers before of which none counts, from either server: the compiler is done with
 *     them only after so many
 */
record HttpPlan(int rounds, Duration length, int warmUp) implements Bench {

  static HttpPlan full() {
    return new HttpPlan(5, Duration.ofSeconds(5), 100_000);
  }

  /** Proves that it runs; its figures are of a cold machine. */
  static HttpPlan quick() {
    return new HttpPlan(1, Duration.ofSeconds(2), 1);
  }

  @Override
  public Figures run(Platform platform, Console console) {
    return new HttpBench(platform, this, console).run();
  }
}
