package org.doorsopen.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.doorsopen.calendar.CalendarEntry.Details;
import org.doorsopen.calendar.CalendarEntry.Revision;
import org.doorsopen.calendar.CalendarEntry.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars come back from parsers that know nothing of the writer. */
class CalendarTest {

  /**
   * Biweekly takes every summer time for one of an hour, and errs where a whole day was left out;
   * ical4j does not.
   */
  private static final Set<String> READ_WRONGLY =
      Set.of("Antarctica/Troll", "Australia/Lord_Howe", "Australia/LHI", "Pacific/Apia");

  private static final Duration LONG = Duration.ofHours(3).plusMinutes(30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "Australia/Lord_Howe",
        "Africa/Casablanca", "Europe/Kyiv", "Asia/Tehran", "America/Sao_Paulo", "Etc/GMT+5",
        "Europe/Dublin", "Pacific/Chatham", "America/Santiago", "Asia/Dubai", "Pacific/Apia",
        "Antarctica/Troll", "Africa/Monrovia", "Africa/El_Aaiun", "Asia/Kathmandu", "Europe/Moscow"
      })
  void definesTheZoneForEveryDayOfTheYearAround(String name) {
    ZoneId zone = ZoneId.of(name);
    Instant start = Instant.parse("2024-10-27T00:30:00Z");

    VTimeZone definition = definition(zone, start, start.plus(LONG));

    assertThat(definition.getTimeZoneId().getValue()).isEqualTo(name);
    for (int day = -300; day < 300; day++) {
      ZonedDateTime local = start.plus(Duration.ofDays(day)).atZone(zone);
      assertThat(OffsetOf.in(definition, local.toLocalDateTime())).contains(local.getOffset());
    }
  }

  static Set<String> everyZone() {
    return new TreeSet<>(ZoneId.getAvailableZoneIds());
  }

  /** Some readers fail at seconds, and at years before 1970. */
  @ParameterizedTest
  @MethodSource("everyZone")
  void definesEveryZoneInWholeMinutesSince1970AndAsBothParsersUnderstandIt(String name) {
    Instant start = Instant.parse("2027-06-15T17:00:00Z");
    ZoneId zone = ZoneId.of(name);

    String text = anEvening(start, zone, "An evening");

    assertThat(text.lines().filter(line -> line.startsWith("TZOFFSET")))
        .isNotEmpty()
        .allMatch(line -> line.matches("TZOFFSET(FROM|TO):[+-]\\d{4}"));
    assertThat(text.lines().filter(line -> line.startsWith("DTSTART:")))
        .isNotEmpty()
        .allMatch(line -> line.compareTo("DTSTART:1970") > 0);
    if (!READ_WRONGLY.contains(name)) {
      assertThat(read(text).getDateStart().getValue().toInstant()).isEqualTo(start);
    }
    assertThat(startOf(text)).isEqualTo(start);
    VTimeZone definition = definition(zone, start, start.plus(LONG));
    assertThat(OffsetOf.in(definition, start.atZone(zone).toLocalDateTime()))
        .contains(start.atZone(zone).getOffset());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Dubai", "Asia/Kolkata", "UTC", "Etc/GMT+5", "Africa/Monrovia"})
  void givesAZoneWithoutChangesOneObservance(String name) {
    ZoneId zone = ZoneId.of(name);
    Instant start = Instant.parse("2027-06-15T17:00:00Z");

    String text = anEvening(start, zone, "An evening");

    assertThat(text).containsOnlyOnce("BEGIN:STANDARD").doesNotContain("BEGIN:DAYLIGHT");
    assertThat(text).contains("BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n");
  }

  /** Samoa left out a day, and ended summer time for good; Casablanca stops it for Ramadan. */
  @ParameterizedTest
  @CsvSource({
    "Pacific/Apia, 2011-12-29T20:00:00Z", "Pacific/Apia, 2011-12-31T20:00:00Z",
    "Pacific/Apia, 2021-04-10T06:00:00Z", "Africa/Casablanca, 2026-03-10T18:00:00Z",
    "Africa/Casablanca, 2027-02-20T18:00:00Z", "America/Sao_Paulo, 2019-02-20T20:00:00Z",
    "Asia/Tehran, 2022-09-25T15:00:00Z", "Antarctica/Troll, 2027-07-01T18:00:00Z",
    "Europe/Dublin, 2027-01-10T18:00:00Z", "Europe/Dublin, 2027-07-10T18:00:00Z",
    "Australia/Lord_Howe, 2027-07-10T08:00:00Z", "Australia/Lord_Howe, 2027-01-10T08:00:00Z"
  })
  void isReadAsTheSameInstantInZonesWithAnOddHistory(String name, Instant start) {
    ZoneId zone = ZoneId.of(name);
    String text = anEvening(start, zone, "An evening");

    assertThat(startOf(text)).isEqualTo(start);
    assertThat(OffsetOf.in(definition(zone, start, start), start.atZone(zone).toLocalDateTime()))
        .contains(start.atZone(zone).getOffset());
    if (!READ_WRONGLY.contains(name)) {
      assertThat(read(text).getDateStart().getValue().toInstant()).isEqualTo(start);
      assertThat(read(text).getDateEnd().getValue().toInstant()).isEqualTo(start.plus(LONG));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York", "America/Santiago", "Europe/Dublin"})
  void isReadAsTheSameInstantsInTheDaysAroundEveryChangeOfTheClocks(String name) {
    ZoneId zone = ZoneId.of(name);
    for (Instant change : changesIn2024(zone)) {
      for (int hours : List.of(-50, -26, -14, 14, 26, 50)) {
        Instant start = change.plus(Duration.ofHours(hours));
        VEvent read = read(anEvening(start, zone, "An evening"));
        assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(start);
        assertThat(read.getDateEnd().getValue().toInstant()).isEqualTo(start.plus(LONG));
      }
    }
  }

  /**
   * Nearer to a change, and where summer time is half an hour, that parser errs; so this test finds
   * the offsets by the rule itself.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin"})
  void writesEveryHalfHourAroundTheChangeSoThatItIsReadAsThatInstant(String name) {
    ZoneId zone = ZoneId.of(name);
    for (Instant change : changesIn2024(zone)) {
      VTimeZone definition = definition(zone, change, change);
      for (int minutes = -240; minutes <= 240; minutes += 30) {
        Instant start = change.plus(Duration.ofMinutes(minutes));
        VEvent read = read(anEvening(start, zone, "An evening"));
        DateTimeComponents at = read.getDateStart().getValue().getRawComponents();
        LocalDateTime local =
            LocalDateTime.of(
                at.getYear(), at.getMonth(), at.getDate(), at.getHour(), at.getMinute());
        ZoneOffset offset =
            at.isUtc() ? ZoneOffset.UTC : OffsetOf.in(definition, local).orElseThrow();
        assertThat(local.toInstant(offset)).isEqualTo(start);
      }
    }
  }

  private static List<Instant> changesIn2024(ZoneId zone) {
    return Stream.iterate(
            zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z")),
            Objects::nonNull,
            change -> zone.getRules().nextTransition(change.getInstant()))
        .map(ZoneOffsetTransition::getInstant)
        .takeWhile(change -> change.isBefore(Instant.parse("2025-01-01T00:00:00Z")))
        .toList();
  }

  @Test
  void foldsAt75OctetsWithoutSplittingACharacterAndEndsLinesWithCrLf() {
    String title = "Größe, Maße; Überläufe \\ 日本語の長い題名です🎉👩‍💻 ".repeat(9).strip();

    String text =
        anEvening(Instant.parse("2024-03-14T17:00:00Z"), ZoneId.of("Europe/Berlin"), title);

    assertThat(text).endsWith("END:VCALENDAR\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(text.split("\r\n"))
        .anySatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeGreaterThan(70))
        .allSatisfy(line -> {
          assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75);
          assertThat(new String(line.getBytes(UTF_8), UTF_8)).isEqualTo(line);
        });
    assertThat(read(text).getSummary().getValue()).isEqualTo(title);
  }

  private static VTimeZone definition(ZoneId zone, Instant from, Instant to) {
    IcsWriter ics = new IcsWriter().begin("VCALENDAR");
    ZoneDefinition.write(ics, zone, from, to);
    String text = ics.end("VCALENDAR").toString();
    try {
      return (VTimeZone)
          new CalendarBuilder()
              .build(new StringReader(text))
              .getComponent(Component.VTIMEZONE)
              .orElseThrow();
    } catch (IOException | ParserException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String anEvening(Instant start, ZoneId zone, String title) {
    return CalendarWriter.file(
        "Test",
        new CalendarEntry(
            "1@doors.example",
            new Revision(0, start),
            new Span(zone, start, start.plus(LONG)),
            new Details(title, null, null, null),
            false));
  }

  /** As the other parser, ical4j, reads it. */
  private static Instant startOf(String text) {
    try {
      net.fortuna.ical4j.model.component.VEvent event =
          (net.fortuna.ical4j.model.component.VEvent)
              new CalendarBuilder()
                  .build(new StringReader(text))
                  .getComponent(Component.VEVENT)
                  .orElseThrow();
      return Instant.from(event.getDateTimeStart().getDate());
    } catch (IOException | ParserException e) {
      throw new IllegalStateException(e);
    }
  }

  private static VEvent read(String text) {
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty())
        .as("%s", calendar.validate(biweekly.ICalVersion.V2_0))
        .isTrue();
    return calendar.getEvents().getFirst();
  }
}
