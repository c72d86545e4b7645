package org.doorsopen.rsvp.seats.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailureLimitTest {

  private Instant now = Instant.parse("2026-03-12T17:00:00Z");
  private final FailureLimit limit = new FailureLimit(() -> now, _ -> {});
  private final Throwable bug = new StreamsException(new IllegalStateException("bug"));
  private final Throwable kafkaIsAway = new StreamsException(new TimeoutException("no broker"));

  @Test
  void replacesTheThreadThreeTimesAndThenStopsTheClient() {
    assertThat(limit.handle(bug)).isEqualTo(REPLACE_THREAD);
    assertThat(limit.handle(bug)).isEqualTo(REPLACE_THREAD);
    assertThat(limit.handle(bug)).isEqualTo(REPLACE_THREAD);
    assertThat(limit.handle(bug)).isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void forgetsFailuresAfterFiveMinutes() {
    for (int i = 0; i < 3; i++) {
      limit.handle(bug);
    }
    now = now.plus(Duration.ofMinutes(5));

    assertThat(limit.handle(bug)).isEqualTo(REPLACE_THREAD);
  }

  @Test
  void waitsForTheOutsideWorldForAsLongAsItTakes() {
    for (int i = 0; i < 5; i++) {
      assertThat(limit.handle(kafkaIsAway)).isEqualTo(REPLACE_THREAD);
    }
  }
}
