package org.doorsopen.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Runs like the system's clock, can be set ahead of it, and can run faster. */
@TestComponent
@Primary
final class ClockOfTests implements InstantSource {

  private static final int FAST = 20;

  private volatile Course course = Course.PRESENT;

  /** A time that this clock said at some moment, and how fast it runs since then. */
  private record Course(Instant moment, Instant said, int speed) {

    static final Course PRESENT = new Course(Instant.EPOCH, Instant.EPOCH, 1);

    Instant at(Instant now) {
      return said.plus(Duration.between(moment, now).multipliedBy(speed));
    }
  }

  void setTo(Instant then) {
    course = new Course(Instant.now(), then, 1);
  }

  /** From now on pauses between attempts are over in a twentieth of their time. */
  void hurry() {
    Instant now = Instant.now();
    course = new Course(now, course.at(now), FAST);
  }

  void reset() {
    course = Course.PRESENT;
  }

  @Override
  public Instant instant() {
    return course.at(Instant.now());
  }
}
