package org.doorsopen.rsvp.meetups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;

class MeetupCalendarTest {

  private final MeetupCalendar calendars = new MeetupCalendar(URI.create("https://doors.example"));

  @Test
  void publishesTheEveningInItsZone() throws Exception {
    String text = calendars.of(PublishedMeetups.published(PublishedMeetups.aSummerEvening()));

    assertThat(text)
        .doesNotContain("METHOD:")
        .contains("DTSTART;TZID=Europe/Berlin:20300612T180000\r\n")
        .contains("UID:meetup-1@doors.example\r\n")
        .contains("SEQUENCE:2\r\n")
        .contains("STATUS:CONFIRMED\r\n")
        .contains("LOCATION:The Hall\\, Street 1\\, 10115 Berlin\r\n");
    assertThat(text.lines()).allMatch(line -> line.length() <= 75);
    VEvent entry = entry(text);
    assertThat(entry.getSummary().getValue()).isEqualTo("Pods & <Clouds>");
    DtStart<ZonedDateTime> start = entry.<ZonedDateTime>getStartDate().orElseThrow();
    DtEnd<ZonedDateTime> end = entry.<ZonedDateTime>getEndDate().orElseThrow();
    assertThat(Instant.from(start.getDate())).isEqualTo("2030-06-12T16:00:00Z");
    assertThat(Instant.from(end.getDate())).isEqualTo("2030-06-12T19:00:00Z");
  }

  @Test
  void tellsEveryReaderWhenTheClocksChange() throws Exception {
    Calendar calendar =
        parsed(calendars.of(PublishedMeetups.published(PublishedMeetups.aSummerEvening())));

    assertThat(calendar.<CalendarComponent>getComponents("VTIMEZONE")).hasSize(1);
    assertThat(calendar.toString())
        .contains("DTSTART:20300331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200");
  }

  @Test
  void saysThatACancelledMeetupIsCancelled() throws Exception {
    String text = calendars.of(PublishedMeetups.cancelled(PublishedMeetups.aSummerEvening()));

    assertThat(entry(text).getStatus().getValue()).isEqualTo("CANCELLED");
  }

  private static VEvent entry(String text) throws Exception {
    return parsed(text).<VEvent>getComponents("VEVENT").getFirst();
  }

  private static Calendar parsed(String text) throws Exception {
    return new CalendarBuilder().build(new StringReader(text));
  }
}
