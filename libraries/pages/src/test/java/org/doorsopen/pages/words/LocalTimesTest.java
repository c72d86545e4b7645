package org.doorsopen.pages.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same rule in mails, as one sentence, and on pages, as lines. */
class LocalTimesTest {

  @ParameterizedTest(name = "{1} to {2} in {3}, {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 2026-12-03T17:00:00Z | 2026-12-03T20:30:00Z | Europe/Berlin | Thursday, 3 December 2026 | 18:00–21:30 | Berlin time, UTC+01:00
          de | 2026-12-03T17:00:00Z | 2026-12-03T20:30:00Z | Europe/Berlin | Donnerstag, 3. Dezember 2026 | 18:00–21:30 Uhr | Ortszeit Berlin, UTC+01:00
          en-US | 2026-12-03T23:00:00Z | 2026-12-04T01:00:00Z | America/New_York | Thursday, December 3, 2026 | 6:00 PM–8:00 PM | New York time, UTC-05:00
          en | 2026-12-03T21:00:00Z | 2026-12-04T01:00:00Z | Europe/Berlin | Thursday, 3 December 2026 | 22:00 to Friday, 4 December 2026, 02:00 | Berlin time, UTC+01:00
          en | 2026-10-24T23:30:00Z | 2026-10-25T01:30:00Z | Europe/Berlin | Sunday, 25 October 2026 | 01:30–02:30 | Berlin time, UTC+02:00, at the end UTC+01:00
          de | 2026-10-24T22:30:00Z | 2026-10-25T01:30:00Z | Europe/Berlin | Sonntag, 25. Oktober 2026 | 00:30–02:30 Uhr | Ortszeit Berlin, UTC+02:00, am Ende UTC+01:00
          en | 2026-12-03T17:00:00Z | 2026-12-03T18:00:00Z | UTC | Thursday, 3 December 2026 | 17:00–18:00 | UTC
          """)
  void saysWhen(
      String language,
      Instant startsAt,
      Instant endsAt,
      ZoneId zone,
      String date,
      String time,
      String zoneInWords) {
    LocalTimes times = new LocalTimes(Locale.forLanguageTag(language));

    LocalTimes.Span span = times.span(startsAt, endsAt, zone);

    // The region of some readers has a narrow space that no line breaks at.
    assertThat(span.date()).isEqualTo(date);
    assertThat(span.time().replace('\u202f', ' ')).isEqualTo(time);
    assertThat(span.zone()).isEqualTo(zoneInWords);
    assertThat(span.iso()).isEqualTo(startsAt.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2026-12-03T17:30:00Z, 2026-12-03T18:00:00Z, 18:30–19:00",
    "en, 2026-12-03T22:30:00Z, 2026-12-03T23:30:00Z, '23:30 to Friday, 4 December 2026, 00:30'",
    "de, 2026-12-03T22:30:00Z, 2026-12-03T23:30:00Z, '23:30 bis Freitag, 4. Dezember 2026, 00:30'",
    "en, 2026-12-04T09:00:00Z, 2026-12-04T10:00:00Z, 'Friday, 4 December 2026, 10:00–11:00'",
    "en, 2026-12-04T22:30:00Z, 2026-12-04T23:30:00Z, "
        + "'Friday, 4 December 2026, 23:30 to Saturday, 5 December 2026, 00:30'",
    "en, 2026-12-03T17:30:00Z, , 18:30",
    "en, 2026-12-04T17:30:00Z, , 'Friday, 4 December 2026, 18:30'",
  })
  void saysTheDateOfAPartOnAnotherDay(String language, Instant from, Instant to, String words) {
    Instant start = Instant.parse("2026-12-03T17:00:00Z");

    assertThat(
            new LocalTimes(Locale.forLanguageTag(language))
                .onTheDay(from, to, start, ZoneId.of("Europe/Berlin")))
        .isEqualTo(words);
  }

  /** Clocks in Berlin show the hour from 02:00 twice in the night to 25 October 2026. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-24T23:30:00Z, 2026-10-24T23:45:00Z, 2026-10-24T23:00:00Z, 01:30–01:45",
    "2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z, 2026-10-24T23:00:00Z, "
        + "02:30 (UTC+02:00)–02:30 (UTC+01:00)",
    "2026-10-25T01:30:00Z, , 2026-10-24T23:00:00Z, 02:30 (UTC+01:00)",
    "2026-10-25T02:30:00Z, , 2026-10-24T23:00:00Z, 03:30 (UTC+01:00)",
    "2026-10-25T02:30:00Z, , 2026-10-25T01:00:00Z, 03:30",
    "2026-10-25T01:30:00Z, , 2026-10-25T01:00:00Z, 02:30 (UTC+01:00)",
    "2026-10-25T09:00:00Z, , 2026-10-23T16:00:00Z, "
        + "'Sunday, 25 October 2026, 10:00 (UTC+01:00)'",
    "2027-03-28T01:30:00Z, , 2027-03-28T00:30:00Z, 03:30 (UTC+02:00)",
  })
  void saysTheOffsetOfAPartWhereTheClocksAreTurned(
      Instant from, Instant to, Instant start, String words) {
    assertThat(new LocalTimes(Locale.ENGLISH).onTheDay(from, to, start, ZoneId.of("Europe/Berlin")))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-10-25T00:30:00Z, "
        + "'Sunday, 25 October 2026, 02:30 (Europe/Berlin, UTC+02:00)'",
    "Europe/Berlin, 2026-10-25T01:30:00Z, "
        + "'Sunday, 25 October 2026, 02:30 (Europe/Berlin, UTC+01:00)'",
    "Asia/Kolkata, 2026-12-31T18:30:00Z, 'Friday, 1 January 2027, 00:00 (Asia/Kolkata, UTC+05:30)'",
    "UTC, 2026-12-31T18:30:00Z, 'Thursday, 31 December 2026, 18:30 (UTC)'",
  })
  void saysDateZoneAndOffsetOfAMoment(ZoneId zone, Instant instant, String words) {
    assertThat(new LocalTimes(Locale.ENGLISH).moment(instant, zone)).isEqualTo(words);
  }

  /** A page says in lines what a mail says in one sentence. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-04T17:00:00Z, 2026-12-06T15:00:00Z, "
        + "'Friday, 4 December 2026, 18:00 to Sunday, 6 December 2026, 16:00 (Europe/Berlin,"
        + " UTC+01:00)'",
    "2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z, "
        + "'Sunday, 25 October 2026, 02:30–02:30 (Europe/Berlin, UTC+02:00, at the end UTC+01:00)'",
  })
  void saysAnEveningInOneSentence(Instant from, Instant to, String words) {
    assertThat(new LocalTimes(Locale.ENGLISH).evening(from, to, ZoneId.of("Europe/Berlin")))
        .isEqualTo(words);
  }
}
