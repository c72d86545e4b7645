package org.doorsopen.rsvp.attendees.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void writesRowsAsRfc4180() {
    List<Object> fields =
        Arrays.asList("a", null, 3, "Lovelace, Ada", "say \"hi\"", "two\nlines", "Jürgen");

    assertThat(Csv.row(Csv.Separator.COMMA, fields))
        .isEqualTo("a,,3,\"Lovelace, Ada\",\"say \"\"hi\"\"\",\"two\nlines\",Jürgen\r\n");
  }

  @Test
  void separatesBySemicolonsWhereCommasStandInNumbers() {
    assertThat(Csv.row(Csv.Separator.SEMICOLON, List.of("a", "b;c", "d,e")))
        .isEqualTo("a;\"b;c\";\"d,e\"\r\n");
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
    assertThat(Csv.row(Csv.Separator.COMMA, List.of(text))).isEqualTo("\"'" + text + "\"\r\n");
  }

  @Test
  void leavesOurOwnNumbersAlone() {
    assertThat(Csv.row(Csv.Separator.COMMA, List.of(-1))).isEqualTo("-1\r\n");
  }
}
