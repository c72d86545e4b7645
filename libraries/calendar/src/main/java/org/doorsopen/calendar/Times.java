package org.doorsopen.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.doorsopen.calendar.IcsWriter.Parameter;

/** Instants as RFC 5545 writes them, in UTC or as local times of a zone. */
final class Times {

  static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /** In UTC, as section 3.8.7.2 asks. */
  static void stamp(IcsWriter ics, Instant instant) {
    ics.value("DTSTAMP", UTC.format(instant));
  }

  /**
   * As a local time of the zone, which the calendar has to define (section 3.2.19). A local time
   * that the clocks show twice means the first (section 3.3.5), so the second is written in UTC.
   */
  static void local(IcsWriter ics, String name, Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    if (local.withEarlierOffsetAtOverlap().equals(local)) {
      ics.value(name, LOCAL.format(local), new Parameter("TZID", zone.getId()));
    } else {
      ics.value(name, UTC.format(instant));
    }
  }
}
