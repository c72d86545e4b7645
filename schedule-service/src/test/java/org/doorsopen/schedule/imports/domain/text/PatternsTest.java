package org.doorsopen.schedule.imports.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorsopen.schedule.imports.domain.text.words.Addresses;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.Dates;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Markup;
import org.doorsopen.schedule.imports.domain.text.words.People;
import org.doorsopen.schedule.imports.domain.text.words.Phrases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts the characters that each pattern looks at: twice the text may cost twice as much, and not
 * four times. A pattern that goes back over what it has seen fails here, on every machine.
 */
class PatternsTest {

  private static final List<Class<?>> READERS =
      List.of(
          Markup.class,
          ClockTimes.class,
          Dates.class,
          ItemText.class,
          FieldReader.class,
          Addresses.class,
          TextReader.class,
          LabelledLines.class,
          OtherLines.class,
          Phrases.class,
          People.class,
          Label.class);

  private static final List<String> HOSTILE =
      List.of(
          "a",
          "1",
          " ",
          "1 ",
          "(",
          "()",
          "[",
          "[a](",
          "<",
          "<a ",
          "<http://",
          "Platz ",
          "A",
          "Aa ",
          "12.",
          "12/",
          "1-",
          "Am Aa",
          "12 Aa ",
          "www.",
          "http://a",
          "&",
          "\\",
          ":a",
          "1 min",
          "Mai 1",
          "January ",
          "1. of ",
          "talk ",
          "|",
          "*",
          "_",
          "„",
          "\u00e4",
          "🍕",
          "Ab time ",
          "Europe/",
          "1 - 2 ");

  @ParameterizedTest(name = "{0}")
  @MethodSource("patterns")
  void looksAtEachCharacterABoundedNumberOfTimes(String name, Pattern pattern) {
    assertThat(HOSTILE)
        .allSatisfy(piece -> {
          long once = looksAt(pattern, piece.repeat(2_000 / piece.length()));
          long twice = looksAt(pattern, piece.repeat(4_000 / piece.length()));
          assertThat(twice).as("%s on %s", name, piece).isLessThan(once * 5 / 2 + 1_000);
        });
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> patterns() {
    return READERS.stream()
        .flatMap(type -> Stream.of(type.getDeclaredFields()))
        .filter(
            field -> field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers()))
        .map(field ->
            org.junit.jupiter.params.provider.Arguments.of(
                field.getDeclaringClass().getSimpleName() + "." + field.getName(), value(field)));
  }

  private static Pattern value(Field field) {
    try {
      field.setAccessible(true);
      return (Pattern) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static long looksAt(Pattern pattern, String text) {
    Counted counted = new Counted(text);
    Matcher matcher = pattern.matcher(counted);
    while (matcher.find()) {
      // The reader looks for all of them, too.
    }
    return counted.looks;
  }

  /** A text that knows how often it was looked at. */
  private static final class Counted implements CharSequence {

    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
