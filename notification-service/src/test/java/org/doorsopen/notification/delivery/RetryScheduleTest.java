package org.doorsopen.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "1, 2, 2.5",
    "2, 3, 5",
    "3, 6, 10",
    "9, 384, 640",
    "10, 675, 900",
    "50, 675, 900",
    "5000, 675, 900"
  })
  void growsUpToAQuarterOfAnHourWithJitter(int attempts, double shortest, double longest) {
    for (int i = 0; i < 100; i++) {
      assertThat(RetrySchedule.pauseAfter(attempts).toMillis())
          .isBetween((long) (shortest * 1000), (long) (longest * 1000));
    }
  }

  @Test
  void isNotTheSameForAll() {
    Stream<Duration> pauses = Stream.generate(() -> RetrySchedule.pauseAfter(5)).limit(100);

    assertThat(pauses.distinct().count()).isGreaterThan(1);
  }
}
