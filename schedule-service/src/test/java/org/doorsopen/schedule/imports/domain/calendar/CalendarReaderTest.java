package org.doorsopen.schedule.imports.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.doorsopen.schedule.imports.domain.Doubt;
import org.doorsopen.schedule.imports.domain.ImportedItem;
import org.doorsopen.schedule.imports.domain.ImportedMeetup;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.junit.jupiter.api.Test;

class CalendarReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private static final String MEETUP =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Example//EN
      BEGIN:VTIMEZONE
      TZID:Europe/Berlin
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:1@example.org
      DTSTAMP:20261101T120000Z
      DTSTART;TZID=Europe/Berlin:20261203T183000
      DTEND;TZID=Europe/Berlin:20261203T213000
      SUMMARY:Berlin Backend Meetup\\, winter
       \u0020edition
      LOCATION:Example HQ\\, Torstraße 12\\, 10119 Berlin
      ORGANIZER;CN="Berlin Backend":mailto:hello@example.org
      DESCRIPTION:Two talks and pizza for everybody who likes servers.\\n\\n18:30
       \u0020Doors\\n19:00 Queues by Jana Berger (Example Bank)\\n20:00 Drinks
      RRULE:FREQ=MONTHLY
      BEGIN:VALARM
      TRIGGER:-PT15M
      DESCRIPTION:Reminder
      END:VALARM
      END:VEVENT
      END:VCALENDAR
      """;

  @Test
  void takesTheEventAndReadsItsDescriptionAsAnyText() {
    ImportedMeetup meetup = read(MEETUP).draft();

    assertThat(meetup.title()).isEqualTo("Berlin Backend Meetup, winter edition");
    assertThat(Objects.toString(meetup.startsAt())).isEqualTo("2026-12-03T18:30:00+01:00");
    assertThat(Objects.toString(meetup.endsAt())).isEqualTo("2026-12-03T21:30:00+01:00");
    assertThat(meetup.timeZone()).isEqualTo("Europe/Berlin");
    assertThat(meetup.venueName()).isEqualTo("Example HQ");
    assertThat(meetup.venueAddress()).isEqualTo("Torstraße 12, 10119 Berlin");
    assertThat(meetup.hosts()).containsExactly(new Host("Berlin Backend", null));
    assertThat(meetup.description())
        .isEqualTo("Two talks and pizza for everybody who likes servers.");
    assertThat(meetup.agenda())
        .extracting(ImportedItem::title)
        .containsExactly("Doors", "Queues", "Drinks");
    assertThat(meetup.agenda().get(1).speakers())
        .containsExactly(new Speaker("Jana Berger", null, "Example Bank"));
  }

  @Test
  void saysWhatOfTheEventHasNoPlace() {
    assertThat(read(MEETUP).notUnderstood())
        .extracting(line -> line.text())
        .containsExactly("RRULE: FREQ=MONTHLY");
    assertThat(read(MEETUP).missing()).containsExactly("capacity");
  }

  @Test
  void turnsEventsWithinTheWholeIntoItsAgenda() {
    String calendar =
        """
        BEGIN:VCALENDAR
        X-WR-TIMEZONE:Europe/Vienna
        BEGIN:VEVENT
        SUMMARY:Registration
        DTSTART:20261203T080000Z
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Vienna Data Day
        DTSTART:20261203T080000Z
        DTEND:20261203T160000Z
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Lakes and houses (Anna Gruber\\, Example)
        DTSTART:20261203T090000Z
        DTEND:20261203T094500Z
        DESCRIPTION:What a lake is good for.
        END:VEVENT
        END:VCALENDAR
        """;

    ImportedMeetup meetup = read(calendar).draft();

    assertThat(meetup.title()).isEqualTo("Vienna Data Day");
    assertThat(meetup.agenda())
        .extracting(ImportedItem::kind)
        .containsExactly(AgendaItemKind.DOORS, AgendaItemKind.TALK);
    ImportedItem talk = meetup.agenda().get(1);
    assertThat(talk.title()).isEqualTo("Lakes and houses");
    assertThat(Objects.toString(talk.startsAt())).isEqualTo("2026-12-03T10:00:00+01:00");
    assertThat(talk.abstractText()).isEqualTo("What a lake is good for.");
    assertThat(talk.speakers()).containsExactly(new Speaker("Anna Gruber", null, "Example"));
  }

  @Test
  void doubtsTheZoneOfATimeInUtcAndTheSecondOfTwoMeetups() {
    String calendar =
        """
        BEGIN:VEVENT
        SUMMARY:First
        DTSTART:20261203T173000Z
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Second
        DTSTART:20270107T173000Z
        END:VEVENT
        """;

    ReadAnnouncement read = read(calendar);

    assertThat(read.uncertain()).contains(new Doubt("timeZone", 2, Reason.ZONE_OF_MANY, "UTC"));
    assertThat(read.notUnderstood())
        .extracting(line -> line.text())
        .containsExactly("VEVENT: 2027-01-07 17:30 Second");
  }

  @Test
  void knowsZonesByTheNamesThatProgramsHave() {
    String calendar =
        """
        BEGIN:VEVENT
        SUMMARY:Evening
        DTSTART;TZID=W. Europe Standard Time:20260703T190000
        DURATION:PT2H
        END:VEVENT
        """;

    assertThat(Objects.toString(read(calendar).draft().startsAt()))
        .isEqualTo("2026-07-03T19:00:00+02:00");
    assertThat(Objects.toString(read(calendar).draft().endsAt()))
        .isEqualTo("2026-07-03T21:00:00+02:00");
  }

  @Test
  void findsNoMeetupWhereThereIsNone() {
    assertThat(CalendarReader.read("BEGIN:VCALENDAR\nEND:VCALENDAR", TODAY)).isEmpty();
    assertThat(CalendarReader.read(":\n;\nDTSTART;;==:\u0000\n", TODAY)).isEmpty();
  }

  @Test
  void survivesDatesThatAreNone() {
    ReadAnnouncement read =
        read("BEGIN:VEVENT\nSUMMARY:x y\nDTSTART:20261399T996600\nDTEND:soon\nEND:VEVENT");

    assertThat(read.draft().startsAt()).isNull();
    assertThat(read.notUnderstood()).hasSize(2);
  }

  private static ReadAnnouncement read(String calendar) {
    return CalendarReader.read(calendar, TODAY).orElseThrow();
  }
}
