package org.doorsopen.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Runs like the system's clock, and can be set ahead of it. */
final class ClockOfTests implements InstantSource {

  private volatile Duration ahead = Duration.ZERO;

  void setTo(Instant then) {
    ahead = Duration.between(Instant.now(), then);
  }

  void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }
}
