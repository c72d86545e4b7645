package org.doorsopen.notification.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.doorsopen.notification.calendar.CalendarEntry.Method;
import org.doorsopen.notification.calendar.CalendarEntry.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarWriterTest {

  private static final String RSVP = "4f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11";

  @Test
  void asksNothingOfTheAttendee() {
    String text = CalendarWriter.write(anEntry(Method.REQUEST, "An evening", "Ada Lovelace"));

    assertThat(unfolded(text))
        .contains("\r\nMETHOD:REQUEST\r\n")
        .contains("\r\nUID:" + RSVP + "@doors.example\r\n")
        .contains("\r\nSEQUENCE:3\r\n")
        .contains("\r\nDTSTAMP:20240301T120000Z\r\n")
        .contains("\r\nDTSTART;TZID=Europe/Berlin:20240314T180000\r\n")
        .contains("\r\nDTEND;TZID=Europe/Berlin:20240314T213000\r\n")
        .contains("\r\nSTATUS:CONFIRMED\r\n")
        .contains("\r\nORGANIZER;CN=Doors Open:mailto:doors@example.org\r\n")
        .containsPattern("\r\nATTENDEE;CN=Ada Lovelace;[^\r]*PARTSTAT=ACCEPTED;RSVP=FALSE:")
        .contains("mailto:ada@example.org\r\n");
  }

  @Test
  void takesBackWhatItGave() {
    String text = CalendarWriter.write(anEntry(Method.CANCEL, "An evening", "Ada"));

    assertThat(unfolded(text))
        .contains("\r\nMETHOD:CANCEL\r\n")
        .contains("\r\nUID:" + RSVP + "@doors.example\r\n")
        .contains("\r\nSTATUS:CANCELLED\r\n");
  }

  @Test
  void foldsEveryLineAt75OctetsAndEndsItWithCrLf() throws Exception {
    String title =
        "Ein sehr langer Abend über Größe, Maße und Überläufe 日本語の長い題名です🎉 ".repeat(4).strip();

    String text = CalendarWriter.write(anEntry(Method.REQUEST, title, "Ada"));

    assertThat(text).endsWith("END:VCALENDAR\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(text.split("\r\n"))
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(parse(text).validate().hasErrors()).isFalse();
    assertThat(event(parse(text)).getSummary().getValue()).isEqualTo(title);
  }

  @Test
  void keepsHostileTextInItsField() throws Exception {
    String title = "A;B,C\\D\nATTENDEE:mailto:eve@example.org";

    String text =
        CalendarWriter.write(anEntry(Method.REQUEST, title, "Eve\"\r\nX-EVIL:1;ROLE=CHAIR:"));

    Calendar calendar = parse(text);
    assertThat(event(calendar).getSummary().getValue()).isEqualTo(title);
    assertThat(event(calendar).getProperties(Property.ATTENDEE)).hasSize(1);
    assertThat(event(calendar).getProperty("X-EVIL")).isEmpty();
    assertThat(
            event(calendar)
                .getProperty(Property.ATTENDEE)
                .orElseThrow()
                .getParameter(Parameter.CN)
                .orElseThrow()
                .getValue())
        .isEqualTo("Eve' X-EVIL:1;ROLE=CHAIR:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "Australia/Lord_Howe",
        "Africa/Casablanca", "Europe/Kyiv", "Asia/Tehran", "America/Sao_Paulo", "Etc/GMT+5"
      })
  void definesTheZoneForEveryHourOfTheYearAround(String name) throws Exception {
    ZoneId zone = ZoneId.of(name);
    Instant start = Instant.parse("2024-10-27T00:30:00Z");

    Calendar calendar = parse(CalendarWriter.write(anEntry(zone, start)));

    VTimeZone definition = (VTimeZone) calendar.getComponent("VTIMEZONE").orElseThrow();
    assertThat(definition.getTimeZoneId().getValue()).isEqualTo(name);
    for (Instant hour = start.minusSeconds(86_400 * 300);
        hour.isBefore(start.plusSeconds(86_400 * 300));
        hour = hour.plusSeconds(86_400)) {
      ZonedDateTime local = hour.atZone(zone);
      assertThat(OffsetOf.in(definition, local.toLocalDateTime())).contains(local.getOffset());
    }
  }

  @Test
  void startsAtTheRightInstantJustAfterTheClocksWereTurned() throws Exception {
    Instant start = Instant.parse("2024-10-27T17:00:00Z");

    Calendar calendar = parse(CalendarWriter.write(anEntry(ZoneId.of("Europe/Berlin"), start)));

    DtStart<Temporal> begins = event(calendar).<Temporal>getDateTimeStart();
    assertThat(Instant.from(begins.getDate())).isEqualTo(start);
  }

  private static CalendarEntry anEntry(Method method, String title, String name) {
    return anEntry(
        method, ZoneId.of("Europe/Berlin"), Instant.parse("2024-03-14T17:00:00Z"), title, name);
  }

  private static CalendarEntry anEntry(ZoneId zone, Instant start) {
    return anEntry(Method.REQUEST, zone, start, "An evening", "Ada");
  }

  private static CalendarEntry anEntry(
      Method method, ZoneId zone, Instant start, String title, String name) {
    return new CalendarEntry(
        method,
        RSVP + "@doors.example",
        3,
        Instant.parse("2024-03-01T12:00:00Z"),
        zone,
        start,
        start.plusSeconds(12_600),
        title,
        "Agenda:\n18:00 Doors Open\n\nSee your RSVP: https://doors.example/rsvps/" + RSVP,
        "Mercedes-Benz.io, Berlin Mitte",
        "https://doors.example/rsvps/" + RSVP + "?token=bWVldHVw.c2lnbmF0dXJl",
        new Person("Doors Open", "doors@example.org"),
        new Person(name, "ada@example.org"));
  }

  private static String unfolded(String text) {
    return text.replace("\r\n ", "");
  }

  private static Calendar parse(String text) throws Exception {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static VEvent event(Calendar calendar) {
    return (VEvent) calendar.getComponent("VEVENT").orElseThrow();
  }
}
