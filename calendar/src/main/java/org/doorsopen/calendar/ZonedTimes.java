package org.doorsopen.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;

/**
 * Instants as local times of a zone, which the calendar has to define (RFC 5545, 3.2.19). A local
 * time that the clocks show twice means the first (3.3.5), so the second is written in UTC.
 */
public final class ZonedTimes {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private ZonedTimes() {}

  public static DtStart<Temporal> start(Instant instant, ZoneId zone) {
    return isSecond(instant, zone)
        ? new DtStart<>(new ParameterList(), UTC.format(instant))
        : new DtStart<>(in(zone), LOCAL.format(instant.atZone(zone)));
  }

  public static DtEnd<Temporal> end(Instant instant, ZoneId zone) {
    return isSecond(instant, zone)
        ? new DtEnd<>(new ParameterList(), UTC.format(instant))
        : new DtEnd<>(in(zone), LOCAL.format(instant.atZone(zone)));
  }

  /** In UTC, as RFC 5545, 3.8.7.2 asks. */
  public static DtStamp stamp(Instant instant) {
    return new DtStamp(UTC.format(instant));
  }

  static DtStart<LocalDateTime> onset(LocalDateTime local) {
    return new DtStart<>(new ParameterList(), LOCAL.format(local));
  }

  private static boolean isSecond(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    return !local.withEarlierOffsetAtOverlap().equals(local);
  }

  private static ParameterList in(ZoneId zone) {
    return new ParameterList(List.of(new TzId(zone.getId())));
  }
}
