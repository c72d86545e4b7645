package org.doorsopen.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A zone as RFC 5545, section 3.6.5 writes it, from the JDK's own rules: the same that every other
 * part of the platform computes with, for every zone that the JDK knows, and without any look-up.
 * Observances are listed one by one for a year around the meetup instead of as recurrence rules.
 */
public final class ZoneDefinition {

  private static final LocalDateTime SINCE_EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final Duration AROUND = Duration.ofDays(366);
  private static final int MAX_KEPT = 100;
  private static final SequencedMap<Years, Written> KEPT = new LinkedHashMap<>(16, 0.75f, true);

  private record Years(ZoneId zone, Instant from, Instant to) {}

  private ZoneDefinition() {}

  /**
   * Not to be changed: those of the meetups that were written last are kept, since everybody who
   * goes there gets the same.
   *
   * @param from when the first time that is read in the zone is, and {@code to} the last
   */
  public static VTimeZone of(ZoneId zone, Instant from, Instant to) {
    Years years = new Years(zone, from, to);
    synchronized (KEPT) {
      Written kept = KEPT.get(years);
      if (kept == null) {
        kept = new Written(definition(zone, from, to));
        KEPT.put(years, kept);
        if (KEPT.size() > MAX_KEPT) {
          KEPT.pollFirstEntry();
        }
      }
      return kept;
    }
  }

  private static VTimeZone definition(ZoneId zone, Instant from, Instant to) {
    ZoneRules rules = zone.getRules();
    VTimeZone definition = new VTimeZone();
    definition.add(new TzId(zone.getId()));
    Instant first = from.minus(AROUND);
    ZoneOffsetTransition transition = rules.previousTransition(first);
    if (transition == null) {
      ZoneOffset offset = rules.getOffset(first);
      definition.add(observance(false, SINCE_EVER, offset, offset));
      transition = rules.nextTransition(first);
    }
    Instant last = to.plus(AROUND);
    while (transition != null && !transition.getInstant().isAfter(last)) {
      definition.add(observance(rules, transition));
      transition = rules.nextTransition(transition.getInstant());
    }
    return definition;
  }

  private static Observance observance(ZoneRules rules, ZoneOffsetTransition transition) {
    return observance(
        rules.isDaylightSavings(transition.getInstant()),
        transition.getDateTimeBefore(),
        transition.getOffsetBefore(),
        transition.getOffsetAfter());
  }

  private static Observance observance(
      boolean daylight, LocalDateTime onset, ZoneOffset from, ZoneOffset to) {
    Observance observance = daylight ? new Daylight() : new Standard();
    observance.add(ZonedTimes.onset(onset));
    observance.add(new TzOffsetFrom(from));
    observance.add(new TzOffsetTo(to));
    return observance;
  }

  /** Its text is made once. */
  private static final class Written extends VTimeZone {

    private final String text;

    Written(VTimeZone zone) {
      super(zone.getPropertyList(), new ComponentList<>(zone.getObservances()));
      this.text = zone.toString();
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
