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
 * @param frontDoor whether it is also measured through the front door
 */
public record Plan(int rounds, Duration length, int warmUp, boolean frontDoor) implements Bench {

  static Plan full(boolean frontDoor) {
    return new Plan(5, Duration.ofSeconds(5), 100_000, frontDoor);
  }

  /** Proves that it runs; its figures are of a cold machine. */
  static Plan quick(boolean frontDoor) {
    return new Plan(1, Duration.ofSeconds(2), 1, frontDoor);
  }

  /** The servers of each round, in their order. */
  String inWords() {
    return "without Kafka, with Kafka" + (frontDoor ? ", through the front door" : "");
  }

  @Override
  public Result run(Platform platform, Console console) {
    return new HttpBench(platform, this, console).run();
  }
}
