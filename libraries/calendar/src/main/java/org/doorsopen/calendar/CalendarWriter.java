package org.doorsopen.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorsopen.calendar.CalendarEntry.Details;
import org.doorsopen.calendar.CalendarEntry.Person;
import org.doorsopen.calendar.CalendarEntry.Span;
import org.doorsopen.calendar.IcsWriter.Parameter;

/** Writes whole calendars: text in lines of at most 75 octets of UTF-8, each ended by CRLF. */
public final class CalendarWriter {

  private CalendarWriter() {}

  /**
   * A file for everyone who opens it. A file is no message, so it has no METHOD, which would want
   * an ORGANIZER (RFC 5546, section 3.2.1).
   *
   * @param product the part of Doors Open that writes it
   */
  public static String file(String product, CalendarEntry entry) {
    IcsWriter ics = calendar(product);
    begin(ics, entry);
    status(ics, entry);
    return end(ics);
  }

  /**
   * A calendar that programs subscribe to and read again, with entries that may be cancelled.
   *
   * @param product the part of Doors Open that writes it
   * @param name what programs call it
   * @param refresh how long a program may wait until it reads it again (RFC 7986, section 5.7)
   * @param entries each with a UID of its own
   */
  public static String feed(
      String product, String name, Duration refresh, List<CalendarEntry> entries) {
    IcsWriter ics = calendar(product);
    ics.text("NAME", name).text("X-WR-CALNAME", name);
    ics.value("REFRESH-INTERVAL", refresh.toString(), new Parameter("VALUE", "DURATION"));
    ics.value("X-PUBLISHED-TTL", refresh.toString());
    zones(ics, entries);
    for (CalendarEntry entry : entries) {
      event(ics, entry);
      status(ics, entry);
      ics.end("VEVENT");
    }
    return ics.end("VCALENDAR").toString();
  }

  /** Each zone once, as far as any entry needs it. */
  private static void zones(IcsWriter ics, List<CalendarEntry> entries) {
    entries.stream()
        .map(CalendarEntry::span)
        .collect(
            Collectors.toMap(
                Span::zone,
                Function.identity(),
                (one, other) ->
                    new Span(
                        one.zone(),
                        Collections.min(List.of(one.startsAt(), other.startsAt())),
                        Collections.max(List.of(one.endsAt(), other.endsAt()))),
                LinkedHashMap::new))
        .values()
        .forEach(span -> ZoneDefinition.write(ics, span.zone(), span.startsAt(), span.endsAt()));
  }

  /**
   * A message to one attendee about their own seat (RFC 5546, sections 3.2.2 and 3.2.5), with the
   * method that {@link CalendarEntry#method()} names. They have answered by making the RSVP, so it
   * asks nothing of them, and blocks the time in their calendar while the seat is theirs.
   *
   * @param product the part of Doors Open that writes it
   * @throws IllegalArgumentException if an email address cannot be written as a URI
   */
  public static String message(
      String product, CalendarEntry entry, Person organizer, Person attendee) {
    IcsWriter ics = calendar(product).value("METHOD", entry.method().name());
    begin(ics, entry);
    ics.value("ORGANIZER", mailto(organizer), new Parameter("CN", organizer.name()));
    ics.value(
        "ATTENDEE",
        mailto(attendee),
        new Parameter("CN", attendee.name()),
        new Parameter("ROLE", "REQ-PARTICIPANT"),
        new Parameter("PARTSTAT", "ACCEPTED"),
        new Parameter("RSVP", "FALSE"));
    status(ics, entry);
    ics.value("TRANSP", entry.cancelled() ? "TRANSPARENT" : "OPAQUE");
    return end(ics);
  }

  private static IcsWriter calendar(String product) {
    return new IcsWriter()
        .begin("VCALENDAR")
        .text("PRODID", "-//Doors Open//" + product + "//EN")
        .value("VERSION", "2.0")
        .value("CALSCALE", "GREGORIAN");
  }

  private static void begin(IcsWriter ics, CalendarEntry entry) {
    Span span = entry.span();
    ZoneDefinition.write(ics, span.zone(), span.startsAt(), span.endsAt());
    event(ics, entry);
  }

  private static void event(IcsWriter ics, CalendarEntry entry) {
    Span span = entry.span();
    ics.begin("VEVENT");
    ics.text("UID", entry.uid());
    ics.value("SEQUENCE", Integer.toString(entry.revision().sequence()));
    Times.stamp(ics, entry.revision().stampedAt());
    Times.local(ics, "DTSTART", span.startsAt(), span.zone());
    Times.local(ics, "DTEND", span.endsAt(), span.zone());
    details(ics, entry.details());
  }

  private static void details(IcsWriter ics, Details details) {
    ics.text("SUMMARY", details.summary());
    if (details.description() != null) {
      ics.text("DESCRIPTION", details.description());
    }
    if (details.location() != null) {
      ics.text("LOCATION", details.location());
    }
    if (details.url() != null) {
      ics.value("URL", details.url().toString());
    }
  }

  private static void status(IcsWriter ics, CalendarEntry entry) {
    ics.value("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED");
  }

  private static String end(IcsWriter ics) {
    return ics.end("VEVENT").end("VCALENDAR").toString();
  }

  private static String mailto(Person person) {
    try {
      return new URI("mailto", person.email(), null).toString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Not an address that a calendar can hold", e);
    }
  }
}
