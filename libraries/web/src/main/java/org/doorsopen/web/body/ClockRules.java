package org.doorsopen.web.body;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a time that was given with an offset with the clocks of the zone in which people are
 * going to read it. A time in UTC is a point in time and no claim about those clocks: {@code Z}
 * always, and {@code +00:00}, which programs write for it, where the zone itself never has that
 * offset.
 */
final class ClockRules {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("HH:mm 'on' uuuu-MM-dd");
  private static final Duration HALF_A_YEAR = Duration.ofDays(182);

  private ClockRules() {}

  /** A message if no clock of the zone can have shown that, else null. */
  static @Nullable String faultOf(OffsetDateTime given, boolean writtenAsZ, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    LocalDateTime shown = given.toLocalDateTime();
    List<ZoneOffset> offsets = rules.getValidOffsets(shown); // two where an hour comes twice
    if (offsets.contains(given.getOffset()) || writtenAsZ || isInUtc(given, rules)) {
      return null;
    }
    ZonedDateTime there = given.atZoneSameInstant(zone);
    String clock =
        there.toLocalDate().equals(shown.toLocalDate()) ? CLOCK.format(there) : DAY.format(there);
    return offsets.isEmpty()
        ? "that is %s in %s, where no clock shows %s on that day; write %s%s"
            .formatted(
                clock, zone.getId(), CLOCK.format(shown), CLOCK.format(there), there.getOffset())
        : "that is %s in %s; write %s"
            .formatted(
                clock,
                zone.getId(),
                offsets.stream().map(ZoneOffset::getId).collect(Collectors.joining(" or ")));
  }

  private static boolean isInUtc(OffsetDateTime given, ZoneRules rules) {
    Instant instant = given.toInstant();
    return given.getOffset().equals(ZoneOffset.UTC)
        && !rules.getOffset(instant.minus(HALF_A_YEAR)).equals(ZoneOffset.UTC)
        && !rules.getOffset(instant.plus(HALF_A_YEAR)).equals(ZoneOffset.UTC)
        && !rules.getStandardOffset(instant).equals(ZoneOffset.UTC);
  }
}
