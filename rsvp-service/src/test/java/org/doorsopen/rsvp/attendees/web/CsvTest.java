package org.doorsopen.rsvp.attendees.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void writesRowsAsRfc4180() {
    assertThat(Csv.row("a", null, 3, "Lovelace, Ada", "say \"hi\"", "two\nlines", "Jürgen"))
        .isEqualTo("a,,3,\"Lovelace, Ada\",\"say \"\"hi\"\"\",\"two\nlines\",Jürgen\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "﹦1",
        "﹢1",
        "﹣1",
        "﹫A1",
        "−1",
        "⁼1",
        "₊1"
      })
  void takesThePowerFromFormulas(String text) {
    assertThat(Csv.row(text)).isEqualTo("\"'" + text + "\"\r\n");
  }

  @Test
  void leavesOurOwnNumbersAlone() {
    assertThat(Csv.row(-1)).isEqualTo("-1\r\n");
  }
}
