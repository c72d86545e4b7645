package org.doorsopen.infrastructure.process;

import java.time.Duration;

/** Pauses of 1 s, 2 s, 4 s … 30 s; from 1 s again after a time without trouble. */
final class BackOff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Duration calm;
  private Duration pause = FIRST;
  private long lastTrouble = System.nanoTime();

  BackOff(Duration calm) {
    this.calm = calm;
  }

  /** Trouble is over; what comes after a calm time from now on is new trouble. */
  void over() {
    lastTrouble = System.nanoTime();
  }

  Duration next() {
    long now = System.nanoTime();
    if (now - lastTrouble > calm.toNanos()) {
      pause = FIRST;
    }
    lastTrouble = now;
    Duration taken = pause;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return taken;
  }
}
