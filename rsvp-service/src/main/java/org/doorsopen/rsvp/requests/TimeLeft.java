package org.doorsopen.rsvp.requests;

import java.time.Duration;

/** The time that is left for a request, by a clock that never jumps. */
record TimeLeft(long endNanos) {

  static TimeLeft in(Duration time) {
    return new TimeLeft(System.nanoTime() + time.toNanos());
  }

  /** Zero when the time is over; never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }
}
