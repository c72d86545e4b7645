package org.doorsopen.rsvp.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ErasureSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "kept-after-meetup, 0s",
    "kept-after-meetup, 23h",
    "kept-after-meetup, 36500d",
    "kept-declined, 0s",
    "kept-declined, 59m",
    "kept-declined, 366d",
    "kept-cancelled, 0s",
    "kept-cancelled, -7d",
    "kept-cancelled, 366d",
    "kept-undecided, 0s",
    "kept-undecided, 31d",
    "sweep-delay, -1s",
    "sweep-delay, 25h",
    "sweep-interval, 0s",
    "sweep-interval, 59s",
    "sweep-interval, 25h"
  })
  void refusesWhatWouldEraseTooSoonOrNever(String name, String value) {
    assertThatThrownBy(() -> bound(name, value))
        .rootCause()
        .hasMessageMatching(
            "doors\\.rsvp\\.contacts\\." + name + " must be from \\S+ to \\S+, and is \\S+");
  }

  @ParameterizedTest
  @CsvSource({
    "kept-after-meetup, 1d",
    "kept-after-meetup, 365d",
    "kept-declined, 1h",
    "kept-cancelled, 365d",
    "kept-undecided, 30d",
    "sweep-delay, 0s",
    "sweep-interval, 1m"
  })
  void takesItsBounds(String name, String value) {
    assertThat(bound(name, value)).isNotNull();
  }

  private static ErasureSettings bound(String name, String value) {
    return new Binder(
            new MapConfigurationPropertySource(Map.of("doors.rsvp.contacts." + name, value)))
        .bind("doors.rsvp.contacts", ErasureSettings.class)
        .get();
  }
}
