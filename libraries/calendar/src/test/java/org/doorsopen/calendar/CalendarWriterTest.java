package org.doorsopen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.doorsopen.calendar.CalendarEntry.Details;
import org.doorsopen.calendar.CalendarEntry.Method;
import org.doorsopen.calendar.CalendarEntry.Person;
import org.doorsopen.calendar.CalendarEntry.Revision;
import org.doorsopen.calendar.CalendarEntry.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calendars are read back by a parser that knows nothing of the writer, and by people in {@code
 * golden/calendars}.
 */
class CalendarWriterTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/calendars");
  private static final String RSVP = "4f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant IN_MARCH = Instant.parse("2024-03-14T17:00:00Z");
  private static final Instant AFTER_THE_CLOCKS_WERE_TURNED = Instant.parse("2024-10-27T17:00:00Z");
  private static final String LONG =
      "Ein sehr langer Abend über Größe, Maße; Überläufe \\ 日本語の長い題名です🎉 ".repeat(3).strip();

  @Test
  void asksNothingOfTheAttendee() throws IOException {
    String text = aMessage(Method.REQUEST, IN_MARCH, "An evening", "Ada");

    assertThat(text).isEqualTo(golden("request", text));
    VEvent event = read(text);
    assertThat(event.getUid().getValue()).isEqualTo(RSVP + "@doors.example");
    assertThat(event.getSequence().getValue()).isEqualTo(3);
    assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(IN_MARCH);
    assertThat(event.getStatus().isConfirmed()).isTrue();
    assertThat(event.getOrganizer().getEmail()).isEqualTo("doors@example.org");
    Attendee attendee = event.getAttendees().getFirst();
    assertThat(attendee.getEmail()).isEqualTo("ada@example.org");
    assertThat(attendee.getParticipationStatus()).isEqualTo(ParticipationStatus.ACCEPTED);
    assertThat(attendee.getRsvp()).isFalse();
  }

  @Test
  void takesBackWhatItGave() throws IOException {
    String text = aMessage(Method.CANCEL, IN_MARCH, "An evening", "Ada");

    assertThat(text).isEqualTo(golden("cancel", text));
    assertThat(Biweekly.parse(text).first().getMethod().getValue()).isEqualTo("CANCEL");
    assertThat(read(text).getUid().getValue()).isEqualTo(RSVP + "@doors.example");
    assertThat(read(text).getStatus().isCancelled()).isTrue();
  }

  @Test
  void keepsLongTitlesInAnyScript() throws IOException {
    String text = aMessage(Method.REQUEST, IN_MARCH, LONG, "日本 Zoë");

    assertThat(text).isEqualTo(golden("long-title", text));
    assertThat(read(text).getSummary().getValue()).isEqualTo(LONG);
    assertThat(read(text).getAttendees().getFirst().getCommonName()).isEqualTo("日本 Zoë");
  }

  @Test
  void startsAtTheRightInstantOnTheDayWhenTheClocksWereTurned() throws IOException {
    Instant start = AFTER_THE_CLOCKS_WERE_TURNED;

    String text = aMessage(Method.REQUEST, start, "An evening", "Ada");

    assertThat(text).isEqualTo(golden("clocks-turned", text));
    assertThat(read(text).getDateStart().getValue().toInstant()).isEqualTo(start);
    assertThat(read(text).getDateEnd().getValue().toInstant()).isEqualTo(start.plusSeconds(12_600));
  }

  @Test
  void keepsHostileTextInItsField() {
    String title = "A;B,C\\D\\nE\nATTENDEE:mailto:eve@example.org";

    String text = aMessage(Method.REQUEST, IN_MARCH, title, "Eve\"\r\nX-EVIL:1;ROLE=CHAIR,:^n");

    VEvent event = read(text);
    assertThat(event.getSummary().getValue()).isEqualTo(title);
    assertThat(event.getAttendees()).hasSize(1);
    assertThat(event.getExperimentalProperties()).isEmpty();
    assertThat(event.getAttendees().getFirst().getCommonName())
        .isEqualTo("Eve' X-EVIL:1;ROLE=CHAIR,:^n");
  }

  @Test
  void writesAFeedWithEachZoneOnce() {
    CalendarEntry first = entry("1", BERLIN, IN_MARCH, false);
    CalendarEntry second = entry("2", BERLIN, AFTER_THE_CLOCKS_WERE_TURNED, true);
    CalendarEntry third = entry("3", ZoneId.of("Asia/Tokyo"), IN_MARCH, false);

    String text =
        CalendarWriter.feed("Test", "Evenings", Duration.ofHours(1), List.of(first, second, third));

    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.getEvents())
        .extracting(event -> event.getDateStart().getValue().toInstant())
        .containsExactly(IN_MARCH, AFTER_THE_CLOCKS_WERE_TURNED, IN_MARCH);
    assertThat(calendar.getEvents())
        .extracting(event -> event.getStatus().isCancelled())
        .containsExactly(false, true, false);
    assertThat(text.split("BEGIN:VTIMEZONE", -1)).hasSize(3);
    assertThat(text).contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-WR-CALNAME:Evenings");
    assertThat(calendar.getMethod()).isNull();
  }

  private static CalendarEntry entry(String uid, ZoneId zone, Instant start, boolean cancelled) {
    return new CalendarEntry(
        uid + "@doors.example",
        new CalendarEntry.Revision(0, start),
        new CalendarEntry.Span(zone, start, start.plusSeconds(7_200)),
        new CalendarEntry.Details("Evening " + uid, null, null, null),
        cancelled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\r\nB", "A\rB", "A\nB"})
  void keepsLineBreaksOfAnyKind(String title) {
    VEvent event = read(aMessage(Method.REQUEST, IN_MARCH, title, "Ada"));

    assertThat(event.getSummary().getValue()).isEqualTo("A\nB");
  }

  @Test
  void writesNoOtherControlCharacter() {
    String text = aMessage(Method.REQUEST, IN_MARCH, "A\0B\u0007C\u007fD", "Ada");

    assertThat(text.replace("\r\n", "")).doesNotContainPattern("\\p{Cntrl}");
    assertThat(read(text).getSummary().getValue()).isEqualTo("A B C D");
  }

  private static String aMessage(Method method, Instant start, String title, String name) {
    return CalendarWriter.message(
        "Notifications",
        new CalendarEntry(
            RSVP + "@doors.example",
            new Revision(3, Instant.parse("2024-03-01T12:00:00Z")),
            new Span(BERLIN, start, start.plusSeconds(12_600)),
            new Details(
                title,
                "Agenda:\n18:00 Doors Open\n\nSee your RSVP: https://doors.example/rsvps/" + RSVP,
                "Mercedes-Benz.io, Berlin Mitte",
                URI.create("https://doors.example/rsvps/" + RSVP + "?token=bWVldHVw.c2lnbmF0dXJl")),
            method == Method.CANCEL),
        new Person("Doors Open", "doors@example.org"),
        new Person(name, "ada@example.org"));
  }

  /** Written again by {@code -Dgolden=write}. */
  private static String golden(String name, String text) throws IOException {
    Path file = GOLDEN.resolve(name + ".ics");
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    return Files.readString(file);
  }

  private static VEvent read(String text) {
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
        .as("%s", calendar.validate(ICalVersion.V2_0))
        .isTrue();
    return calendar.getEvents().getFirst();
  }
}
