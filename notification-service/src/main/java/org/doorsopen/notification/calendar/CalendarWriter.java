package org.doorsopen.notification.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
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
import org.doorsopen.calendar.FoldedLines;
import org.doorsopen.calendar.PlainText;
import org.doorsopen.calendar.ZoneDefinition;
import org.doorsopen.calendar.ZonedTimes;
import org.doorsopen.notification.calendar.CalendarEntry.Person;

/** Writes RFC 5545 text: folded at 75 octets, lines ended by CRLF, no network look-ups. */
public final class CalendarWriter {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private CalendarWriter() {}

  public static String write(CalendarEntry entry) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Doors Open//Notifications//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new Method(entry.method().name()));
    calendar.add(ZoneDefinition.of(entry.zone(), entry.startsAt(), entry.endsAt()));
    calendar.add(event(entry));
    return FoldedLines.of(calendar);
  }

  private static VEvent event(CalendarEntry entry) {
    VEvent event = new VEvent(false);
    event.add(new Uid(entry.uid()));
    event.add(new Sequence(entry.sequence()));
    event.add(ZonedTimes.stamp(entry.stampedAt()));
    event.add(ZonedTimes.start(entry.startsAt(), entry.zone()));
    event.add(ZonedTimes.end(entry.endsAt(), entry.zone()));
    event.add(new Summary(PlainText.of(entry.summary())));
    event.add(new Description(PlainText.of(entry.description())));
    if (entry.location() != null) {
      event.add(new Location(PlainText.of(entry.location())));
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

  /** Section 3.2: a parameter's value can hold neither a double quote nor a control character. */
  private static Cn cn(Person person) {
    String name = CONTROL.matcher(person.name().replace('"', '\'')).replaceAll(" ");
    return new Cn(name.strip());
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
