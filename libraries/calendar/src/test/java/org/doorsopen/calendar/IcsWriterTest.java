package org.doorsopen.calendar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import org.doorsopen.calendar.CalendarEntry.Details;
import org.doorsopen.calendar.CalendarEntry.Person;
import org.doorsopen.calendar.CalendarEntry.Revision;
import org.doorsopen.calendar.CalendarEntry.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd texts come back from two parsers that know nothing of each other. */
class IcsWriterTest {

  private static final Instant START = Instant.parse("2024-03-14T17:00:00Z");

  static Stream<String> controlCharacters() {
    return IntStream.concat(IntStream.rangeClosed(0, 0x1f), IntStream.rangeClosed(0x7f, 0x9f))
        .mapToObj(character -> "A" + (char) character + "B");
  }

  static Stream<String> lineBreaks() {
    return Stream.of(
        "A\nB",
        "A\rB",
        "A\r\nB",
        "A\n\rB",
        "A\r\rB",
        "A\r\r\nB",
        "A\n\n\nB",
        "A\r\n\r\nB",
        "A\u000bB",
        "A\fB",
        "A\u0085B",
        "A\u2028B",
        "A\u2029B",
        "A\n B",
        "A\n\tB");
  }

  static Stream<String> delimiters() {
    return Stream.of(
        "A,B;C:D=E",
        ",;:",
        "\\",
        "\\\\",
        "\\n",
        "\\\\n",
        "\"A\" and 'B'",
        "%0D%0A",
        "A\r\nEND:VEVENT\r\nBEGIN:VALARM",
        "=?UTF-8?Q?A?=",
        "A\tB");
  }

  /** Each with a character of one to four octets, an escape or a space at each place of a fold. */
  static Stream<String> folds() {
    List<String> followers =
        List.of("é", "日", "🎉", "e\u0301", "👩‍💻", "\\", ";", ",", "\n", " b", "  b", "\tb", "b");
    return IntStream.rangeClosed(57, 68)
        .boxed()
        .flatMap(length -> followers.stream().map(follower -> "a".repeat(length) + follower + "z"));
  }

  static Stream<String> longWords() {
    return Stream.of("w", "é", "日", "🎉", "\\", ",;", "\n.", "x ").map(word -> word.repeat(300));
  }

  @ParameterizedTest
  @MethodSource({"controlCharacters", "lineBreaks", "delimiters", "folds", "longWords"})
  void keepsEveryTextInItsField(String text) {
    String calendar = anEntry(new Details("A" + text + "Z", text + ".", text + ".", null), "Ada");

    isFolded(calendar);
    String read = asItCanBeHeld(text);
    VEvent entry = byBiweekly(calendar);
    assertThat(entry.getSummary().getValue()).isEqualTo("A" + read + "Z");
    assertThat(entry.getDescription().getValue()).isEqualTo(read + ".");
    assertThat(entry.getLocation().getValue()).isEqualTo(read + ".");
    Component same = byIcal4j(calendar);
    assertThat(value(same, Property.SUMMARY)).isEqualTo("A" + read + "Z");
    assertThat(value(same, Property.DESCRIPTION)).isEqualTo(read + ".");
    assertThat(value(same, Property.LOCATION)).isEqualTo(read + ".");
    assertThat(same.getPropertyList().getAll()).hasSize(13);
  }

  @ParameterizedTest
  @MethodSource({"controlCharacters", "lineBreaks", "delimiters", "folds", "longWords"})
  void keepsEveryNameInItsParameter(String name) {
    String calendar = anEntry(new Details("An evening", null, null, null), "A" + name + "Z");

    isFolded(calendar);
    String read = ("A" + name + "Z").replace('"', '\'').replaceAll("\\p{Cntrl}+", " ");
    assertThat(byBiweekly(calendar).getAttendees().getFirst().getCommonName()).isEqualTo(read);
    assertThat(byBiweekly(calendar).getAttendees().getFirst().getEmail())
        .isEqualTo("ada@a.example");
    Property attendee = byIcal4j(calendar).getProperty(Property.ATTENDEE).orElseThrow();
    assertThat(attendee.getParameter(Parameter.CN).orElseThrow().getValue()).isEqualTo(read);
    assertThat(attendee.getValue()).isEqualTo("mailto:ada@a.example");
  }

  /** ical4j undoes escapes one kind after the other, and so finds some that were never written. */
  @ParameterizedTest
  @ValueSource(strings = {"\\,", "A\\\nB", "^n^^^'", "\\\\;"})
  void keepsEscapesOfEscapesApart(String text) {
    String calendar = anEntry(new Details(text, null, null, null), text.replace("\n", ""));

    VEvent entry = byBiweekly(calendar);
    assertThat(entry.getSummary().getValue()).isEqualTo(text);
    assertThat(entry.getAttendees().getFirst().getCommonName()).isEqualTo(text.replace("\n", ""));
  }

  @Test
  void fillsLinesUpTo75Octets() {
    assertThat(new IcsWriter().text("X", "a".repeat(73)))
        .hasToString("X:" + "a".repeat(73) + "\r\n");
    assertThat(new IcsWriter().text("X", "a".repeat(74)))
        .hasToString("X:" + "a".repeat(73) + "\r\n a\r\n");
    assertThat(new IcsWriter().text("X", "a".repeat(73 + 74 + 1)))
        .hasToString("X:" + "a".repeat(73) + "\r\n " + "a".repeat(74) + "\r\n a\r\n");
  }

  @Test
  void foldsBeforeACharacterThatWouldNotFitWhole() {
    assertThat(new IcsWriter().text("X", "a".repeat(69) + "🎉"))
        .hasToString("X:" + "a".repeat(69) + "🎉\r\n");
    assertThat(new IcsWriter().text("X", "a".repeat(70) + "🎉"))
        .hasToString("X:" + "a".repeat(70) + "\r\n 🎉\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\r\nX-EVIL:2", "1\n", "1\r", "\0", "\t"})
  void refusesAValueThatCouldEndItsLine(String value) {
    assertThatThrownBy(() -> new IcsWriter().value("X", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("X would hold a control character");
  }

  private static String anEntry(Details details, String attendee) {
    CalendarEntry entry =
        new CalendarEntry(
            "1@doors.example",
            new Revision(0, START),
            new Span(ZoneId.of("Europe/Berlin"), START, START.plusSeconds(3600)),
            new Details(
                details.summary(),
                details.description(),
                details.location(),
                URI.create("https://doors.example/rsvps/1?token=a.b")),
            false);
    return CalendarWriter.message(
        "Test",
        entry,
        new Person("Doors Open", "doors@a.example"),
        new Person(attendee, "ada@a.example"));
  }

  /** Line breaks of one kind, and no other control character but the tab. */
  private static String asItCanBeHeld(String text) {
    return text.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
  }

  /** In lines of at most 75 octets, each of which is UTF-8 by itself. */
  private static void isFolded(String calendar) {
    assertThat(calendar).endsWith("\r\n");
    assertThat(calendar.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    for (String line : new String(calendar.getBytes(UTF_8), ISO_8859_1).split("\r\n")) {
      byte[] octets = line.getBytes(ISO_8859_1);
      assertThat(octets).hasSizeLessThanOrEqualTo(75);
      try {
        UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
      } catch (CharacterCodingException e) {
        throw new AssertionError("A character is cut in two: " + line, e);
      }
    }
  }

  private static VEvent byBiweekly(String calendar) {
    return Biweekly.parse(calendar).first().getEvents().getFirst();
  }

  private static Component byIcal4j(String calendar) {
    try {
      return new CalendarBuilder()
          .build(new StringReader(calendar))
          .getComponent(Component.VEVENT)
          .map(Component.class::cast)
          .orElseThrow();
    } catch (IOException | ParserException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String value(Component entry, String property) {
    return entry.getProperty(property).orElseThrow().getValue();
  }
}
