package org.doorsopen.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  @ParameterizedTest
  @CsvSource({"1,1,2", "2,2,4", "3,4,8", "9,256,512", "10,450,900", "50,450,900", "5000,450,900"})
  void growsUpToAQuarterOfAnHourWithJitter(int attempts, int shortest, int longest) {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(BackOff.after(attempts, new Random(seed)))
          .isBetween(Duration.ofSeconds(shortest), Duration.ofSeconds(longest));
    }
  }

  @Test
  void isNotTheSameForAll() {
    assertThat(BackOff.after(5, new Random(1))).isNotEqualTo(BackOff.after(5, new Random(2)));
  }
}
