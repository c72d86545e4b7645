package org.doorsopen.schedule.desk.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "2 d, PT48H",
    "3 Tage, PT72H",
    "1 day, PT24H",
    "24h, PT24H",
    "36 Std., PT36H",
    "1 h 30 min, PT1H30M",
    "90 Minuten, PT1H30M",
    "45 s, PT45S",
    "PT2H, PT2H",
    "P1D, PT24H",
  })
  void readsThemAsPeopleWriteThem(String text, Duration duration) {
    assertThat(Durations.read(text)).isEqualTo(duration);
    assertThat(Durations.read(Durations.written(duration))).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2", "2 weeks", "h", "2 h and more", "-2 h"})
  void readsNothingElse(String text) {
    assertThat(Durations.read(text)).isNull();
  }
}
