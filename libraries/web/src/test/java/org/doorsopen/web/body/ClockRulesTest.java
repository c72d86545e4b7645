package org.doorsopen.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.doorsopen.web.body.Formats.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRulesTest {

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2027-07-02T18:00:00+02:00, 2027-07-02T16:00:00Z",
    "Europe/Berlin, 2027-12-02T18:00:00+01:00, 2027-12-02T17:00:00Z",
    "Europe/Berlin, 2027-07-02T16:00:00Z, 2027-07-02T16:00:00Z",
    "Europe/Berlin, 2027-07-02t16:00:00z, 2027-07-02T16:00:00Z",
    "Europe/Berlin, 2027-07-02T16:00:00+00:00, 2027-07-02T16:00:00Z",
    "Europe/London, 2027-07-02T18:00:00+01:00, 2027-07-02T17:00:00Z",
    "Europe/London, 2027-07-02T18:00:00Z, 2027-07-02T18:00:00Z",
    "Europe/London, 2027-12-02T18:00:00+00:00, 2027-12-02T18:00:00Z",
    "Europe/Berlin, 2027-10-31T02:30:00+02:00, 2027-10-31T00:30:00Z",
    "Europe/Berlin, 2027-10-31T02:30:00+01:00, 2027-10-31T01:30:00Z",
    "Australia/Lord_Howe, 2027-01-02T18:00:00+11:00, 2027-01-02T07:00:00Z",
    "Asia/Kathmandu, 2027-01-02T18:00:00+05:45, 2027-01-02T12:15:00Z",
    "UTC, 2027-01-02T18:00:00+00:00, 2027-01-02T18:00:00Z",
    "Etc/GMT+5, 2027-01-02T18:00:00-05:00, 2027-01-02T23:00:00Z",
  })
  void takesWhatAClockOfTheZoneShowsAndUtc(ZoneId zone, String text, Instant instant) {
    assertThat(Formats.instant(text, zone)).isEqualTo(new Parsed.Good<>(instant));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2027-07-02T18:00:00+01:00, that is 19:00 in Europe/Berlin; write +02:00",
    "Europe/Berlin, 2027-12-02T18:00:00+02:00, that is 17:00 in Europe/Berlin; write +01:00",
    "Europe/Berlin, 2027-07-02T23:30:00+01:00, "
        + "that is 00:30 on 2027-07-03 in Europe/Berlin; write +02:00",
    "Europe/London, 2027-07-02T18:00:00+00:00, that is 19:00 in Europe/London; write +01:00",
    "Europe/Lisbon, 2027-07-02T18:00:00+00:00, that is 19:00 in Europe/Lisbon; write +01:00",
    "Africa/Casablanca, 2027-07-02T18:00:00+00:00, "
        + "that is 19:00 in Africa/Casablanca; write +01:00",
    "America/New_York, 2027-07-02T18:00:00-05:00, that is 19:00 in America/New_York; write -04:00",
    "Europe/Berlin, 2027-10-31T02:30:00+03:00, "
        + "that is 01:30 in Europe/Berlin; write +02:00 or +01:00",
    "Europe/Berlin, 2027-03-28T02:30:00+01:00, "
        + "'that is 03:30 in Europe/Berlin, where no clock shows 02:30 on that day;"
        + " write 03:30+02:00'",
    "Europe/Berlin, 2027-03-28T02:30:00+02:00, "
        + "'that is 01:30 in Europe/Berlin, where no clock shows 02:30 on that day;"
        + " write 01:30+01:00'",
    "Asia/Kolkata, 2027-01-02T18:00:00+05:00, that is 18:30 in Asia/Kolkata; write +05:30",
    "UTC, 2027-01-02T18:00:00+01:00, that is 17:00 in UTC; write Z",
  })
  void refusesAnOffsetThatNoClockOfTheZoneHasThen(ZoneId zone, String text, String message) {
    assertThat(Formats.instant(text, zone)).isEqualTo(new Parsed.Wrong<>(message));
  }

  @Test
  void takesEveryOffsetWhereTheZoneIsNotKnown() {
    assertThat(Formats.instant("2027-07-02T18:00:00+01:00", null))
        .isEqualTo(new Parsed.Good<>(Instant.parse("2027-07-02T17:00:00Z")));
  }
}
