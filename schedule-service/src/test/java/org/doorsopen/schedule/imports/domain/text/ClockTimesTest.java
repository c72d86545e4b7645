package org.doorsopen.schedule.imports.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTimesTest {

  @ParameterizedTest
  @CsvSource({
    "halb acht abends, 19:30, false",
    "um halb acht, 07:30, true",
    "halb 8 Uhr abends, 19:30, false",
    "halb eins, 12:30, false",
    "halb zehn vormittags, 09:30, false",
    "19.00 Uhr, 19:00, false",
    "6pm, 18:00, false"
  })
  void areReadAsPeopleSayThem(String text, LocalTime time, boolean isOpen) {
    List<Span> spans = ClockTimes.all(text);

    assertThat(spans)
        .singleElement()
        .satisfies(span -> {
          assertThat(span.from()).isEqualTo(time);
          assertThat(span.open()).isEqualTo(isOpen);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"halb so wild", "halb achtzig", "deshalb acht Leute", "halb 8.12."})
  void areNotFoundInOtherWords(String text) {
    assertThat(ClockTimes.all(text)).isEmpty();
  }

  @Test
  void beginALineAsWell() {
    Span span = ClockTimes.leading("ab halb sieben Einlass");

    assertThat(span).isNotNull();
    assertThat(span.from()).isEqualTo(LocalTime.of(6, 30));
  }
}
