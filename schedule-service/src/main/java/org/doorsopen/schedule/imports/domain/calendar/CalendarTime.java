package org.doorsopen.schedule.imports.domain.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date or a date-time of a calendar (RFC 5545, section 3.3.5).
 *
 * @param time null for a whole day
 * @param zone null where it is not said, or nobody knows it
 */
record CalendarTime(LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone) {

  /** Names that Outlook has for the zones of its users. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "W. Europe Standard Time", "Europe/Berlin",
          "Central Europe Standard Time", "Europe/Budapest",
          "Central European Standard Time", "Europe/Warsaw",
          "Romance Standard Time", "Europe/Paris",
          "GMT Standard Time", "Europe/London",
          "Eastern Standard Time", "America/New_York",
          "Central Standard Time", "America/Chicago",
          "Pacific Standard Time", "America/Los_Angeles");

  /**
   * @param usual the zone of the calendar, in which times in UTC are shown
   * @return null if it is none
   */
  static @Nullable CalendarTime of(ContentLine line, @Nullable ZoneId usual) {
    String value = line.value().strip();
    try {
      LocalDate date = LocalDate.of(number(value, 0, 4), number(value, 4, 6), number(value, 6, 8));
      if (value.length() == 8) {
        return new CalendarTime(date, null, usual);
      }
      if (value.length() < 13 || value.charAt(8) != 'T') {
        return null;
      }
      LocalTime time = LocalTime.of(number(value, 9, 11), number(value, 11, 13));
      if (value.endsWith("Z")) {
        ZoneId zone = usual == null ? ZoneOffset.UTC : usual;
        var local = date.atTime(time).atZone(ZoneOffset.UTC).withZoneSameInstant(zone);
        return new CalendarTime(local.toLocalDate(), local.toLocalTime(), usual);
      }
      ZoneId own = zone(line.parameter("TZID"));
      return new CalendarTime(date, time, own == null ? usual : own);
    } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
      return null;
    }
  }

  /** By its IANA name, also behind a prefix of a program. */
  static @Nullable ZoneId zone(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String known = Objects.requireNonNullElse(OTHER_NAMES.get(name), name);
    for (String candidate = known; !candidate.isEmpty(); ) {
      if (ZoneId.getAvailableZoneIds().contains(candidate) && candidate.indexOf('/') > 0) {
        return ZoneId.of(candidate);
      }
      int slash = candidate.indexOf('/');
      candidate = slash < 0 ? "" : candidate.substring(slash + 1);
    }
    return null;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }
}
