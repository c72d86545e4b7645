package org.doorsopen.schedule.desk.edit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes times as they stand in the form: as the clocks of the meetup's zone show them.
 * The time of an agenda item has no date where the evening is no longer than a day; then it follows
 * the start of the meetup when that moves. The offset of an hour that comes twice stands in a field
 * beside it.
 *
 * @param zone null while none, or none that there is, was typed
 * @param start of the meetup, null while it cannot be read
 * @param isDated whether the meetup is longer than a day
 */
record LocalClock(@Nullable ZoneId zone, @Nullable LocalDateTime start, boolean isDated) {

  /** What the name of a field with the offset has at its end. */
  static final String OFFSET = "Offset";

  private static final Pattern DATED =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9:.]{4,15})");
  private static final Pattern CLOCK =
      Pattern.compile("([0-9]{1,2})[:.]([0-9]{2})((?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)");
  private static final int MIN_YEAR = 2000;
  private static final int MAX_YEAR = 2199;

  /** What became of a time that was typed. */
  sealed interface Time {

    record At(Instant instant, ZoneOffset offset) implements Time {}

    /** No time, or one without a date where there is none to be taken from the start. */
    record Unreadable() implements Time {}

    /** No clock shows it on that day. */
    record Skipped(LocalDateTime local) implements Time {}

    /** The clocks show it twice, and it was not said which one is meant. */
    record Twice(LocalDateTime local) implements Time {}
  }

  static LocalClock of(Typed meetup) {
    ZoneId zone = zone(meetup.text("timeZone").strip());
    LocalDateTime start = dated(meetup.text("startsAt").strip());
    LocalDateTime end = dated(meetup.text("endsAt").strip());
    return new LocalClock(
        zone, start, start != null && end != null && Duration.between(start, end).toHours() >= 24);
  }

  Time read(Typed fields, String name) {
    LocalDateTime local = local(fields.text(name).strip());
    if (local == null || local.getYear() < MIN_YEAR || local.getYear() > MAX_YEAR) {
      return new Time.Unreadable();
    }
    if (zone == null) {
      return new Time.At(local.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }
    List<ZoneOffset> offsets = offsets(local);
    if (offsets.isEmpty()) {
      return new Time.Skipped(local);
    }
    String wanted = fields.text(name + OFFSET);
    return offsets.stream()
        .filter(offset -> offsets.size() == 1 || offset.getId().equals(wanted))
        .findFirst()
        .<Time>map(offset -> new Time.At(local.toInstant(offset), offset))
        .orElseGet(() -> new Time.Twice(local));
  }

  @Nullable Instant instant(Typed fields, String name) {
    return read(fields, name) instanceof Time.At(Instant instant, ZoneOffset _) ? instant : null;
  }

  /** The offsets to choose from where the clocks show the time twice; else empty. */
  List<ZoneOffset> choices(Typed fields, String name) {
    LocalDateTime local = local(fields.text(name).strip());
    List<ZoneOffset> offsets = local == null || zone == null ? List.of() : offsets(local);
    return offsets.size() > 1 ? offsets : List.of();
  }

  /** Puts a time into its field, with its date. */
  void write(Typed fields, String name, @Nullable Instant instant) {
    write(fields, name, instant, true);
  }

  /** The same for a time of the agenda, which has a date only where it needs one. */
  void writeShort(Typed fields, String name, @Nullable Instant instant) {
    write(fields, name, instant, false);
  }

  private void write(Typed fields, String name, @Nullable Instant instant, boolean isAlwaysDated) {
    if (instant == null || zone == null) {
      fields.put(name, "").put(name + OFFSET, "");
      return;
    }
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    LocalDateTime undated = isDated ? null : onTheDay(local.toLocalTime());
    boolean isShort = !isAlwaysDated && local.equals(undated);
    fields
        .put(name, isShort ? local.toLocalTime().toString() : local.toString())
        .put(
            name + OFFSET,
            offsets(local).size() > 1 ? zone.getRules().getOffset(instant).getId() : "");
  }

  /** Whether the field takes a date. */
  boolean isDated(Typed fields, String name) {
    String text = fields.text(name).strip();
    return text.isEmpty() ? isDated : dated(text) != null;
  }

  private List<ZoneOffset> offsets(LocalDateTime local) {
    return zone == null ? List.of() : zone.getRules().getValidOffsets(local);
  }

  private @Nullable LocalDateTime local(String text) {
    LocalDateTime dated = dated(text);
    LocalTime time = dated == null ? clock(text) : null;
    return time == null ? dated : onTheDay(time);
  }

  /** The first time after the start at which a clock shows it. */
  private @Nullable LocalDateTime onTheDay(LocalTime time) {
    if (start == null) {
      return null;
    }
    LocalDateTime sameDay = start.toLocalDate().atTime(time);
    return sameDay.isBefore(start) ? sameDay.plusDays(1) : sameDay;
  }

  private static @Nullable LocalDateTime dated(String text) {
    Matcher parts = DATED.matcher(text);
    LocalTime time = parts.matches() ? clock(parts.group(2)) : null;
    try {
      return time == null ? null : LocalDate.parse(parts.group(1)).atTime(time);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalTime clock(String text) {
    Matcher parts = CLOCK.matcher(text);
    try {
      return parts.matches()
          ? LocalTime.parse(
              "%2s:%s%s"
                  .formatted(parts.group(1), parts.group(2), parts.group(3))
                  .replace(' ', '0'))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable ZoneId zone(String id) {
    return ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.of(id) : null;
  }
}
