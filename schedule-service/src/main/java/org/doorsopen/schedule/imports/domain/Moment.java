package org.doorsopen.schedule.imports.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A point in time as far as an announcement says it: at least a date or a time. */
public record Moment(
    @Nullable LocalDate date, @Nullable LocalTime time, @Nullable ZoneId timeZone) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  public Moment {
    if (date == null && time == null) {
      throw new IllegalArgumentException("Neither a date nor a time");
    }
  }

  /**
   * As the API of meetups wants it where all is known; else as much of ISO 8601 as there is: {@code
   * 18:30}, {@code 2026-12-03} or {@code 2026-12-03T18:30}. A time that the clocks of the zone
   * leave out stays without an offset.
   */
  @Override
  public String toString() {
    if (time == null) {
      return String.valueOf(date);
    }
    if (date == null) {
      return CLOCK.format(time);
    }
    String local = date + "T" + CLOCK.format(time);
    if (timeZone == null) {
      return local;
    }
    ZonedDateTime zoned = date.atTime(time).atZone(timeZone);
    return zoned.toLocalTime().equals(time) ? local + ":00" + zoned.getOffset().getId() : local;
  }
}
