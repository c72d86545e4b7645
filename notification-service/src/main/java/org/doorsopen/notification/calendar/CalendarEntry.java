package org.doorsopen.notification.calendar;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One seat at one meetup, as it stands in the attendee's calendar.
 *
 * @param uid the same for all entries of one RSVP
 * @param sequence higher than that of every entry sent before under the same uid
 * @param stampedAt when this was written
 */
public record CalendarEntry(
    Method method,
    String uid,
    int sequence,
    Instant stampedAt,
    ZoneId zone,
    Instant startsAt,
    Instant endsAt,
    String summary,
    String description,
    @Nullable String location,
    String url,
    Person organizer,
    Person attendee) {

  /** RFC 5546: put into the calendar (or change there), and take out of it. */
  public enum Method {
    REQUEST,
    CANCEL
  }

  public record Person(String name, String email) {}
}
