package org.doorsopen.notification.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.doorsopen.notification.calendar.CalendarEntry.Person;

/** Writes RFC 5545 text: folded at 75 octets, lines ended by CRLF, no network look-ups. */
public final class CalendarWriter {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private CalendarWriter() {}

  public static String write(CalendarEntry entry) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Doors Open//Notifications//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new Method(entry.method().name()));
    calendar.add(ZoneDefinition.of(entry.zone(), entry.startsAt(), entry.endsAt()));
    calendar.add(event(entry));
    return FoldedLines.of(calendar.toString());
  }

  private static VEvent event(CalendarEntry entry) {
    VEvent event = new VEvent(false);
    event.add(new Uid(entry.uid()));
    event.add(new Sequence(entry.sequence()));
    event.add(new DtStamp(UTC.format(entry.stampedAt())));
    event.add(new DtStart<>(in(entry.zone()), at(entry.startsAt(), entry.zone())));
    event.add(new DtEnd<>(in(entry.zone()), at(entry.endsAt(), entry.zone())));
    event.add(new Summary(entry.summary()));
    event.add(new Description(entry.description()));
    if (entry.location() != null) {
      event.add(new Location(entry.location()));
    }
    event.add(new Url(URI.create(entry.url())));
    event.add(new Organizer(parameters(cn(entry.organizer())), mailto(entry.organizer())));
    event.add(attendee(entry.attendee()));
    boolean stands = entry.method() == CalendarEntry.Method.REQUEST;
    event.add(new Status(stands ? "CONFIRMED" : "CANCELLED"));
    event.add(new Transp(stands ? "OPAQUE" : "TRANSPARENT"));
    return event;
  }

  /** Has already answered by making the RSVP, so the calendar asks nothing. */
  private static Attendee attendee(Person person) {
    ParameterList parameters =
        parameters(cn(person), Role.REQ_PARTICIPANT, PartStat.ACCEPTED, Rsvp.FALSE);
    return new Attendee(parameters, mailto(person));
  }

  private static ParameterList in(ZoneId zone) {
    return parameters(new TzId(zone.getId()));
  }

  private static String at(Instant instant, ZoneId zone) {
    return LOCAL.format(instant.atZone(zone));
  }

  /** Section 3.2: a parameter's value can hold neither a double quote nor a control character. */
  private static Cn cn(Person person) {
    return new Cn(person.name().replace('"', '\'').replaceAll("\\p{Cntrl}+", " ").strip());
  }

  private static URI mailto(Person person) {
    try {
      return new URI("mailto", person.email(), null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Not an address that a calendar can hold", e);
    }
  }

  private static ParameterList parameters(Parameter... parameters) {
    return new ParameterList(List.of(parameters));
  }
}
