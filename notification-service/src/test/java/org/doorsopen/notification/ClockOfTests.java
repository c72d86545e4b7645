package org.doorsopen.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Runs like the system's clock, and can be set ahead of it. */
@TestComponent
@Primary
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
