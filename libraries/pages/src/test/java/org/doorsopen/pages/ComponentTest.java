package org.doorsopen.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The component for pages of others, as far as its text shows it; a browser shows the rest. */
class ComponentTest {

  private static final Pattern KEY = Pattern.compile("(?<=[{,\\n]) *(\\w+): (?=[\"`(])");
  private static final int MAX_BYTES = 16_000;

  @Test
  void hasEveryWordInEveryLanguageAndNoOther() throws IOException {
    String script = script();
    String english = between(script, "  en: {", "\n  },");
    String german = between(script, "  de: {", "\n  },");
    String rest = script.substring(script.indexOf("// Colours"));

    assertThat(keys(english)).hasSizeGreaterThan(25).isEqualTo(keys(german));
    assertThat(keys(english))
        .filteredOn(key -> !key.startsWith("wrong"))
        .filteredOn(key -> !List.of("name", "email", "guests").contains(key))
        .allSatisfy(key -> assertThat(rest).contains("words." + key));
  }

  @Test
  void isSmallLoadsNothingAndPutsNoTextInAsHtml() throws IOException {
    assertThat(script().getBytes(UTF_8)).hasSizeLessThan(MAX_BYTES);
    assertThat(script())
        .contains("credentials: \"omit\"")
        .doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", "document.write", "import ")
        .doesNotContain("localStorage", "document.cookie");
  }

  private static Set<String> keys(String words) {
    return KEY.matcher(words)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length() - 1;
    return text.substring(from, text.indexOf(end, from));
  }

  private static String script() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ComponentTest.class.getResourceAsStream("/assets/doors-meetup.js"))) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
