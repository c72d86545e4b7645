package org.doorsopen.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.XProperty;

/**
 * Instants as local times of a zone, which the calendar has to define (RFC 5545, 3.2.19). A local
 * time that the clocks show twice means the first (3.3.5), so the second is written in UTC.
 */
public final class ZonedTimes {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private ZonedTimes() {}

  public static Property start(Instant instant, ZoneId zone) {
    return time(Property.DTSTART, instant, zone);
  }

  public static Property end(Instant instant, ZoneId zone) {
    return time(Property.DTEND, instant, zone);
  }

  /** In UTC, as RFC 5545, 3.8.7.2 asks. */
  public static Property stamp(Instant instant) {
    return property(Property.DTSTAMP, new ParameterList(), UTC.format(instant));
  }

  static Property onset(LocalDateTime local) {
    return property(Property.DTSTART, new ParameterList(), LOCAL.format(local));
  }

  private static Property time(String name, Instant instant, ZoneId zone) {
    return isSecond(instant, zone)
        ? property(name, new ParameterList(), UTC.format(instant))
        : property(
            name,
            new ParameterList(List.of(new TzId(zone.getId()))),
            LOCAL.format(instant.atZone(zone)));
  }

  /**
   * A property of ical4j that is written as it is. Its own for times reads what it is given, and
   * looks the zone up, each time that it is written.
   */
  private static Property property(String name, ParameterList parameters, String value) {
    return new XProperty(name, parameters, value);
  }

  private static boolean isSecond(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    return !local.withEarlierOffsetAtOverlap().equals(local);
  }
}
