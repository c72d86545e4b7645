package org.doorsopen.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A zone as RFC 5545, section 3.6.5 writes it, from the JDK's own rules: the same that every other
 * part of the platform computes with, for every zone that the JDK knows, and without any look-up.
 * Observances are listed one by one for a year around the meetup instead of as recurrence rules.
 */
final class ZoneDefinition {

  private static final LocalDateTime SINCE_EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final Duration AROUND = Duration.ofDays(366);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxxx");

  private static final int MAX_REMEMBERED = 100;

  /** The mails of an evening all need the same. */
  private static final Map<Need, String> REMEMBERED = new ConcurrentHashMap<>();

  private ZoneDefinition() {}

  private record Need(ZoneId zone, Instant from, Instant to) {}

  /**
   * @param from the first instant that a reader has to understand in this zone
   * @param to the last one
   */
  static void write(IcsWriter ics, ZoneId zone, Instant from, Instant to) {
    Need need = new Need(zone, from, to);
    String lines = REMEMBERED.get(need);
    if (lines == null) {
      IcsWriter definition = new IcsWriter();
      define(definition, zone, from, to);
      lines = definition.toString();
      if (REMEMBERED.size() >= MAX_REMEMBERED) {
        REMEMBERED.clear();
      }
      REMEMBERED.put(need, lines);
    }
    ics.lines(lines);
  }

  private static void define(IcsWriter ics, ZoneId zone, Instant from, Instant to) {
    ZoneRules rules = zone.getRules();
    ics.begin("VTIMEZONE").text("TZID", zone.getId());
    Instant first = from.minus(AROUND);
    ZoneOffsetTransition transition = rules.previousTransition(first);
    if (transition == null || isOld(transition)) {
      ZoneOffset offset = rules.getOffset(first);
      observance(ics, "STANDARD", SINCE_EVER, offset, offset);
      transition = rules.nextTransition(first);
    }
    Instant last = to.plus(AROUND);
    while (transition != null && !transition.getInstant().isAfter(last)) {
      observance(
          ics,
          rules.isDaylightSavings(transition.getInstant()) ? "DAYLIGHT" : "STANDARD",
          transition.getDateTimeBefore(),
          transition.getOffsetBefore(),
          transition.getOffsetAfter());
      transition = rules.nextTransition(transition.getInstant());
    }
    ics.end("VTIMEZONE");
  }

  /**
   * Changes before clocks were computed with are of no use to anybody, and some readers fail at
   * their years, or at an offset that was the time of the sun, to the second.
   */
  private static boolean isOld(ZoneOffsetTransition transition) {
    return transition.getDateTimeBefore().isBefore(SINCE_EVER)
        || transition.getOffsetBefore().getTotalSeconds() % 60 != 0;
  }

  private static void observance(
      IcsWriter ics, String component, LocalDateTime onset, ZoneOffset from, ZoneOffset to) {
    ics.begin(component)
        .value("DTSTART", Times.LOCAL.format(onset))
        .value("TZOFFSETFROM", OFFSET.format(from))
        .value("TZOFFSETTO", OFFSET.format(to))
        .end(component);
  }
}
