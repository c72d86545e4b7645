package org.doorsopen.rsvp.meetups.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import org.doorsopen.rsvp.meetups.PublishedMeetups;
import org.doorsopen.settings.PublicUrl;
import org.junit.jupiter.api.Test;

/** Calendars are read back by a parser that knows nothing of the writer. */
class MeetupCalendarTest {

  private static final URI HERE = URI.create("https://doors.example");

  private final MeetupCalendar calendars = new MeetupCalendar(PublicUrl.at(HERE));

  @Test
  void publishesTheEveningInItsZone() {
    String text = calendars.of(PublishedMeetups.published(PublishedMeetups.aSummerEvening()));

    assertThat(text)
        .doesNotContain("METHOD:")
        .contains("DTSTART;TZID=Europe/Berlin:20300612T180000\r\n")
        .contains("UID:meetup-1@doors.example\r\n")
        .contains("SEQUENCE:2\r\n")
        .contains("STATUS:CONFIRMED\r\n")
        .contains("LOCATION:The Hall\\, Street 1\\, 10115 Berlin\r\n");
    VEvent entry = read(text);
    assertThat(entry.getSummary().getValue()).isEqualTo("Pods & <Clouds>");
    assertThat(entry.getDateStart().getValue().toInstant()).isEqualTo("2030-06-12T16:00:00Z");
    assertThat(entry.getDateEnd().getValue().toInstant()).isEqualTo("2030-06-12T19:00:00Z");
  }

  @Test
  void hasAnEntryOfItsOwnForTheOpeningOfRsvps() {
    VEvent entry =
        read(calendars.ofOpening(PublishedMeetups.published(PublishedMeetups.aSummerEvening())));

    assertThat(entry.getUid().getValue()).isEqualTo("meetup-1-opening@doors.example");
    assertThat(entry.getSummary().getValue()).isEqualTo("RSVPs open: Pods & <Clouds>");
    assertThat(entry.getUrl().getValue()).isEqualTo("https://doors.example/meetups/meetup-1");
    assertThat(entry.getDateStart().getValue().toInstant()).isEqualTo("2030-06-11T16:00:00Z");
    assertThat(entry.getDateEnd().getValue().toInstant()).isEqualTo("2030-06-11T16:15:00Z");
  }

  @Test
  void tellsEveryReaderWhenTheClocksChange() {
    String text = calendars.of(PublishedMeetups.published(PublishedMeetups.aSummerEvening()));

    assertThat(text)
        .containsOnlyOnce("BEGIN:VTIMEZONE")
        .contains("DTSTART:20300331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200");
  }

  @Test
  void foldsLongTitlesInAnyScriptByOctets() {
    String title = "日本語の長い題名です🎉, Größe; Maße ".repeat(5).strip();

    String text = calendars.of(PublishedMeetups.published(PublishedMeetups.aSummerEvening(title)));

    assertThat(text.split("\r\n"))
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(read(text).getSummary().getValue()).isEqualTo(title);
  }

  @Test
  void saysThatACancelledMeetupIsCancelled() {
    String text = calendars.of(PublishedMeetups.cancelled(PublishedMeetups.aSummerEvening()));

    assertThat(read(text).getStatus().isCancelled()).isTrue();
  }

  private static VEvent read(String text) {
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
        .as("%s", calendar.validate(ICalVersion.V2_0))
        .isTrue();
    return calendar.getEvents().getFirst();
  }
}
