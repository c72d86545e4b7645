package org.doorsopen.schedule.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  @Test
  void areMadeSoonAtFirstAndThenEveryThirtySeconds() {
    assertThat(
            IntStream.of(0, 1, 2, 3, 4, 5, 6, 1_000_000)
                .mapToObj(Attempts::pauseAfter)
                .map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
  }
}
