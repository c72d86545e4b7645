package org.doorsopen.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void readsBothNotations() {
    Options options = Options.of(List.of("--seed", "-7", "--kills=3"), "--seed", "--kills");

    assertThat(options.seed("--seed")).contains(-7L);
    assertThat(options.number("--kills", 0, 10)).contains(3);
    options.check();
  }

  @Test
  void leavesOutWhatIsNotGiven() {
    assertThat(Options.of(List.of(), "--kills").number("--kills", 0, 10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--rsvp-instances two, it must be a number from 1 to 4",
    "--rsvp-instances 0, it must be a number from 1 to 4",
    "--rsvp-instances 5, it must be a number from 1 to 4",
    "--seed 1.5, it must be a whole number",
    "--duration 2h, it must be from 1 s to 3600 s",
  })
  void namesTheValueThatIsWrong(String given, String told) {
    Options options =
        Options.of(List.of(given.split(" ")), "--rsvp-instances", "--seed", "--duration");
    options.number("--rsvp-instances", 1, 4);
    options.seed("--seed");
    options.duration("--duration", SECOND, HOUR);

    assertThatThrownBy(options::check)
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining(given.split(" ")[0] + " is '")
        .hasMessageContaining(told);
  }

  @Test
  void refusesWhatItDoesNotKnowOrCannotRead() {
    assertThatThrownBy(() ->
            Options.of(
                List.of("--kill", "3", "--seed", "1", "--seed", "2", "--kills"),
                "--kills",
                "--seed"))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("--kill is no option here; there are --kills, --seed")
        .hasMessageContaining("--seed is given twice")
        .hasMessageContaining("--kills needs a value");
  }
}
