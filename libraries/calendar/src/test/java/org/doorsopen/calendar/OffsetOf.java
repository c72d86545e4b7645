package org.doorsopen.calendar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** Reads a zone's definition as RFC 5545, section 3.6.5 says: the latest onset counts. */
final class OffsetOf {

  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private OffsetOf() {}

  static Optional<ZoneOffset> in(VTimeZone zone, LocalDateTime local) {
    return zone.getObservances().stream()
        .filter(observance -> !onset(observance).isAfter(local))
        .max(Comparator.comparing(OffsetOf::onset))
        .map(observance ->
            ((TzOffsetTo) observance.getProperty(Property.TZOFFSETTO).orElseThrow()).getOffset());
  }

  private static LocalDateTime onset(Observance observance) {
    String value = observance.getProperty(Property.DTSTART).orElseThrow().getValue();
    return LocalDateTime.parse(value, FORM);
  }
}
