package org.doorsopen.rsvp.meetups;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A zone as RFC 5545, section 3.6.5 writes it, from the JDK's own rules, which know every zone that
 * a meetup can have. Lists each change of the clocks for a year before and after.
 */
final class ZoneDefinition {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final LocalDateTime SINCE_EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final Duration YEAR = Duration.ofDays(366);

  private ZoneDefinition() {}

  static VTimeZone of(ZoneId zone, Instant from, Instant to) {
    ZoneRules rules = zone.getRules();
    VTimeZone definition = new VTimeZone();
    definition.add(new TzId(zone.getId()));
    ZoneOffset before = rules.getOffset(from.minus(YEAR));
    definition.add(observance(false, SINCE_EVER, before, before));
    ZoneOffsetTransition change = rules.nextTransition(from.minus(YEAR));
    while (change != null && change.getInstant().isBefore(to.plus(YEAR))) {
      boolean daylight = rules.isDaylightSavings(change.getInstant());
      definition.add(
          observance(
              daylight,
              change.getDateTimeBefore(),
              change.getOffsetBefore(),
              change.getOffsetAfter()));
      change = rules.nextTransition(change.getInstant());
    }
    return definition;
  }

  private static Observance observance(
      boolean daylight, LocalDateTime onset, ZoneOffset from, ZoneOffset to) {
    Observance observance = daylight ? new Daylight() : new Standard();
    observance.add(new DtStart<LocalDateTime>(new ParameterList(), LOCAL.format(onset)));
    observance.add(new TzOffsetFrom(from));
    observance.add(new TzOffsetTo(to));
    return observance;
  }
}
