package org.doorsopen.bench.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundTest {

  /** A slow turn counts by the time that it took, or a machine that was slow would look fast. */
  @Test
  void isAsFastAsAllOfItsTurnsTogether() {
    Round round =
        Round.of(
            List.of(
                new Round(1_000, Map.of("kafka", 100.0, "postgresql", 300.0)),
                new Round(3_000, Map.of("kafka", 50.0, "postgresql", 200.0))));

    assertThat(round.perSecond()).isEqualTo(1_500, within(1e-6));
    assertThat(round.costs()).isEqualTo(Map.of("kafka", 75.0, "postgresql", 250.0));
    assertThat(round.cost()).isEqualTo(325, within(1e-6));
  }
}
