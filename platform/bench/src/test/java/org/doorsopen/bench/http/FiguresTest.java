package org.doorsopen.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.doorsopen.bench.http.Load.Answered;
import org.doorsopen.bench.measuring.BenchFailure;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private final Figures figures = new Figures(Plan.quick(true), "a generator");

  @Test
  void readsWhatTheScriptForWrkSaysLast() {
    String output =
        """
        Running 5s test @ http://localhost:8081
          10200 requests in 5.01s, 3.05MB read
          Non-2xx or 3xx responses: 200
        result 5010000 10200 200 3 12500 48000 410000
        """;

    assertThat(Wrk.resultIn(output)).isEqualTo(new Answered(10_000, 200, 3, 5.01, 12.5, 48, 0.41));
  }

  @Test
  void saysWhatWrkSaidInsteadOfAResult() {
    assertThatExceptionOfType(BenchFailure.class)
        .isThrownBy(() -> Wrk.resultIn("unable to connect"))
        .withMessageContaining("unable to connect");
  }

  @Test
  void comparesMediansNotTheBestOrTheLastRound() {
    note(1_000, 100);
    note(9_000, 8_000);
    note(4_000, 3_000);

    assertThat(figures.json().get("ratio")).isEqualTo(0.75);
    assertThat(figures.markdown())
        .contains("| Ceiling: the same service without Kafka | 4,000 | 10 ms | 20 ms | 3 | 6 |")
        .contains("| RSVPs accepted, and decided meanwhile | 3,000 | 10 ms | 20 ms | 3 | 6 |");
  }

  @Test
  void comparesTheRateThroughTheFrontDoorWithTheDirectOneIfItWasMeasured() {
    note(4_000, 3_000);
    assertThat(figures.markdown()).doesNotContain("front door");

    figures.noteFrontDoor(round(2_700));

    assertThat(figures.json().get("frontDoorRatio")).isEqualTo(0.9);
    assertThat(figures.markdown())
        .contains("| The same through the front door | 2,700 |")
        .contains("Through the front door / direct: 0.90");
  }

  @Test
  void saysHowManyPagesThereWere() {
    note(4_000, 3_000);
    assertThat(figures.markdown()).doesNotContain("Pages");

    figures.notePages(round(2_000));

    assertThat(figures.json().get("pagesPerSecond")).isEqualTo(2_000.0);
    assertThat(figures.markdown())
        .contains("| Pages of meetups through the front door | 2,000 | 10 ms | 20 ms | 1 | 2 |")
        .contains(
            "Pages of meetups a second, through the front door: 2,000 (goal: at least 1,000)");
  }

  @Test
  void addsUpWhatOneAnswerCosts() {
    note(4_000, 3_000);

    assertThat(figures.markdown())
        .contains("| kafka | 5 | 5 |")
        .contains("| load generator | 40 | 40 |")
        .contains("| together | 45 | 45 |");
  }

  private void note(long ceilingPerSecond, long oursPerSecond) {
    figures.noteCeiling(round(ceilingPerSecond));
    figures.noteOurs(round(oursPerSecond));
  }

  private static Round round(long perSecond) {
    Answered answered = new Answered(2 * perSecond, 1, 2, 2, 10, 20, 0.1);
    return new Round(answered, Map.of("kafka", 5.0, "load generator", 40.0));
  }
}
