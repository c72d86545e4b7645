package org.doorsopen.rsvp.requests;

import java.time.Duration;

/** A point in time that a request must not miss, by a clock that never jumps. */
record TimeLeft(long nanoTime) {

  static TimeLeft in(Duration time) {
    return new TimeLeft(System.nanoTime() + time.toNanos());
  }

  /** Zero when it is over. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }
}
