package org.doorsopen.rsvp.meetups.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetups;
import org.doorsopen.settings.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        .contains("UID:meetup-1\r\n")
        .contains("SEQUENCE:2\r\n")
        .contains("STATUS:CONFIRMED\r\n")
        .contains("LOCATION:The Hall\\, Street 1\\, 10115 Berlin\r\n");
    VEvent entry = read(text);
    assertThat(entry.getSummary().getValue()).isEqualTo("Pods & <Clouds>");
    assertThat(entry.getDateStart().getValue().toInstant()).isEqualTo("2030-06-12T16:00:00Z");
    assertThat(entry.getDateEnd().getValue().toInstant()).isEqualTo("2030-06-12T19:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://moved.example", "http://localhost:8080", "https://doors.example:8443"})
  void keepsTheNamesOfEntriesWhereverThePlatformIs(String url) {
    Meetup meetup = PublishedMeetups.published(PublishedMeetups.aSummerEvening());
    MeetupCalendar moved = new MeetupCalendar(PublicUrl.at(URI.create(url)));

    assertThat(moved.of(meetup)).isEqualTo(calendars.of(meetup));
    assertThat(moved.of(List.of(meetup))).contains("UID:meetup-1\r\n");
    assertThat(entryId(url, meetup)).isEqualTo("urn:uuid:meetup-1#3");
  }

  private static String entryId(String url, Meetup meetup) {
    String feed = new AtomFeed(PublicUrl.at(URI.create(url))).of(List.of(meetup), Instant.EPOCH);
    return feed.replaceFirst("(?s).*<entry><id>(.+?)</id>.*", "$1");
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
