package org.doorsopen.schedule.desk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.ENDS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.STARTS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.aMeetup;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.with;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.MeetupReader;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.web.problems.InvalidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was saved can be put into the form and read from it again; what is wrong has words. */
class TypedReaderTest {

  private static final TypedReader READER = new TypedReader(new MeetupReader());

  static Stream<Meetup> meetups() {
    Instant autumn = Instant.parse("2026-10-24T21:30:00Z");
    return Stream.of(
        aMeetup(),
        with(aMeetup(), "description", "One\n\nTwo & <three>"),
        with(aMeetup(), "venue", null),
        with(aMeetup(), "onlineUrl", "https://example.org/room"),
        with(aMeetup(), "waitlistCapacity", 0),
        with(aMeetup(), "reservedSeats", 3),
        with(aMeetup(), "confirmWithin", Duration.ofMinutes(150)),
        with(aMeetup(), "reminders", List.of()),
        with(aMeetup(), "reminders", List.of(Duration.ofDays(3), Duration.ofMinutes(90))),
        with(aMeetup(), "rsvpOpensAt", STARTS_AT.minusMillis(86_400_123)),
        with(aMeetup(), "promotionsEndAt", ENDS_AT),
        with(with(aMeetup(), "timeZone", ZoneId.of("Asia/Kathmandu")), "sponsors", List.of()),
        // Longer than a day, so that times of the agenda have dates.
        with(aMeetup(), "endsAt", STARTS_AT.plus(Duration.ofDays(2))),
        // The night in which two o’clock comes twice: it begins at the first and ends at the
        // second.
        with(
            with(with(aMeetup(), "agenda", List.of()), "startsAt", autumn.plusSeconds(10_800)),
            "endsAt",
            autumn.plusSeconds(14_400)));
  }

  @ParameterizedTest
  @MethodSource("meetups")
  void readsWhatWasWrittenIntoTheForm(Meetup meetup) {
    Typed form = Typed.of(TypedMeetups.of(meetup).fields());

    assertThat(READER.read(form)).isEqualTo(meetup);
  }

  @Test
  void movesTheAgendaWithTheStartOfTheMeetup() {
    Typed form = TypedMeetups.of(aMeetup());
    form.put("startsAt", "2026-04-02T18:00").put("endsAt", "2026-04-02T21:30");

    Meetup read = READER.read(form);

    assertThat(form.list("agenda").getLast().text("startsAt")).isEqualTo("19:45");
    assertThat(read.agenda().getLast().startsAt()).isEqualTo("2026-04-02T17:45:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title                 |                  | Please fill this in.
          title                 | ${long}          | Please write it on one line, with at most 200
          timeZone              | Berlin           | Please write the name of a time zone
          capacity              | many             | Please write a whole number from 0 to 1,000,000.
          maxGuests             | 21               | Please write a whole number from 0 to 20.
          venue.url             | example.org      | Please write the whole web address
          startsAt              |                  | Please fill this in.
          startsAt              | soon             | Please write a time
          endsAt                | 2026-03-05T17:00 | The end has to be after the start.
          rsvpClosesAt          | 2026-03-05T20:00 | RSVPs have to close after they open
          promotionsEndAt       | 2026-03-06T20:00 | People can move up neither
          confirmWithin         | 5 min            | Please write a time from 10 minutes to 14 days
          reminders             | soon             | Please write one to five different times
          agenda[1].startsAt    | 23:59            | This has to begin within the evening.
          agenda[1].endsAt      | 19:00            | This has to end after it begins
          agenda[1].title       |                  | Please fill this in.
          agenda[1].slidesUrl   | slides           | Please write the whole web address
          agenda[1].speakers[0].name |             | Please fill this in.
          """)
  void saysHowToMendEachField(String field, String typed, String words) {
    Map<String, String> fields = TypedMeetups.of(aMeetup()).fields();
    String text = typed == null ? "" : typed.replace("${long}", "x".repeat(201));
    fields.put(field, text);
    if (field.equals("reminders")) {
      fields.put(TypedMeetups.REMINDERS_KIND, "OWN");
    }

    assertThat(wrong(Typed.of(fields)))
        .containsOnlyKeys(field)
        .hasEntrySatisfying(field, error -> assertThat(error).startsWith(words));
  }

  @Test
  void forgetsNoRemindersThatWereTypedAndNotChosen() {
    Typed form = TypedMeetups.of(aMeetup());
    form.put("reminders", "24 h");

    assertThat(wrong(form))
        .containsEntry("reminders", "Please choose “at these times” above, or leave this empty.");
  }

  @Test
  void asksWhichOneIsMeantOfAnHourThatComesTwice() {
    Typed form = TypedMeetups.of(aMeetup());
    form.list("agenda").clear();
    form.put("startsAt", "2026-10-25T02:30").put("endsAt", "2026-10-25T05:00");

    assertThat(wrong(form).get("startsAt")).startsWith("02:30 comes twice on that day");

    form.put("startsAtOffset", "+01:00");
    assertThat(READER.read(form).times().startsAt()).isEqualTo("2026-10-25T01:30:00Z");
    form.put("startsAtOffset", "+02:00");
    assertThat(READER.read(form).times().startsAt()).isEqualTo("2026-10-25T00:30:00Z");
  }

  @Test
  void refusesATimeThatNoClockShows() {
    Typed form = TypedMeetups.of(aMeetup());
    form.list("agenda").clear();
    form.put("startsAt", "2026-03-29T02:30").put("endsAt", "2026-03-29T05:00");

    assertThat(wrong(form))
        .containsOnlyKeys("startsAt")
        .hasEntrySatisfying(
            "startsAt", error -> assertThat(error).startsWith("There is no 02:30 on that day"));
  }

  private static Map<String, String> wrong(Typed form) {
    InvalidFields invalid = catchThrowableOfType(InvalidFields.class, () -> READER.read(form));
    return WrongWords.of(invalid, form, new Words().in(Locale.UK));
  }
}
