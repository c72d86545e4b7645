package org.doorsopen.schedule.imports.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.imports.domain.text.words.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that nobody writes by hand are read as well, and lose no line. */
class HostileTextTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @MethodSource("texts")
  void areReadToTheEnd(String text) {
    assertEveryLineHasAPlace(TextReader.read(text, TODAY));
  }

  @Test
  void arePutTogetherFromPiecesByChance() {
    String[] pieces = {
      "18:30",
      " – ",
      "Talk",
      ": ",
      "(",
      ")",
      "Jane Doe",
      ", ",
      "\n",
      "\n\n",
      "# ",
      "* ",
      "|",
      "---",
      "\"",
      "„",
      "“",
      "by ",
      "Pause",
      "3. Dezember",
      "2026",
      "03/12/2026",
      "80 seats",
      "https://a.example",
      "sponsored by ",
      "Acme",
      "Where",
      "? ",
      "\t",
      "pm",
      "Uhr",
      "<b>",
      "&amp;",
      "🍕",
      "\u00a0",
      "é",
      "Abstract:",
      "Bio:",
      "at ",
      "@",
      "//",
      "12345",
      "0:0",
      "24:00",
      "Agenda",
      "\r\n",
      "Talk 1",
      "von ",
      "ist "
    };
    Random chance = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      var text = new StringBuilder();
      for (int j = chance.nextInt(60); j >= 0; j--) {
        text.append(pieces[chance.nextInt(pieces.length)]);
      }
      assertEveryLineHasAPlace(TextReader.read(text.toString(), TODAY));
    }
  }

  static Stream<String> texts() {
    return Stream.of(
        "a".repeat(250_000),
        "18:30 ".repeat(40_000),
        "18:30\n".repeat(2_000),
        "18:30 Talk by Jane Doe (Acme)\n".repeat(2_000),
        "(".repeat(100_000) + ")".repeat(100_000),
        "„".repeat(200_000),
        "a" + "„b".repeat(100_000),
        "18:30 " + "(a ".repeat(60_000),
        " by by".repeat(40_000),
        "pizza by A ".repeat(20_000),
        ("pizza by A ".repeat(150) + "\n").repeat(150),
        "1. ".repeat(80_000),
        "| 18:30 | a ".repeat(20_000),
        "**".repeat(100_000),
        "<b>".repeat(80_000),
        "\ud800\udc00\ud800".repeat(50_000),
        "- Jane Doe, Jane Doe and Jane Doe\n".repeat(2_000),
        "Talks:\n" + "\"A title of a talk\" Jane Doe\nAbstract: yes\n\n".repeat(500),
        "\n".repeat(2_000));
  }

  private static void assertEveryLineHasAPlace(ReadAnnouncement read) {
    for (int i = 1; i <= read.lines().size(); i++) {
      int number = i;
      boolean hasWords =
          Markup.lines(i, read.lines().get(i - 1)).stream()
              .anyMatch(line -> !line.isBlank() && !line.isRule());
      boolean isLeft = read.notUnderstood().stream().anyMatch(line -> line.line() == number);
      if (hasWords == (isLeft == read.uses().containsKey(i))) {
        assertThat(isLeft)
            .as(
                "line %d of%n%s",
                i,
                String.join("\n", read.lines())
                    .substring(0, Math.min(2_000, String.join("\n", read.lines()).length())))
            .isNotEqualTo(read.uses().containsKey(i));
      }
    }
  }
}
