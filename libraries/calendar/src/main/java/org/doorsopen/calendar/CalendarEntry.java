package org.doorsopen.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One gathering in a calendar (a VEVENT).
 *
 * @param uid the same for everything that is ever written about this entry
 * @param cancelled whether the entry says that the gathering will not be, or not for this reader
 */
public record CalendarEntry(
    String uid, Revision revision, Span span, Details details, boolean cancelled) {

  /** RFC 5546: put the entry into the calendar (or change it there), and take it out. */
  public enum Method {
    REQUEST,
    CANCEL
  }

  /** The method of a message that carries this entry. */
  public Method method() {
    return cancelled ? Method.CANCEL : Method.REQUEST;
  }

  /**
   * Which of two texts about one entry is the later one.
   *
   * @param sequence higher than that of every text written before under the same UID
   * @param stampedAt when this was written
   */
  public record Revision(int sequence, Instant stampedAt) {}

  /** From when to when, in the zone in which people read it. */
  public record Span(ZoneId zone, Instant startsAt, Instant endsAt) {}

  /** For people to read; everything but {@code url} may be any text. */
  public record Details(
      String summary, @Nullable String description, @Nullable String location, @Nullable URI url) {}

  /** Someone with a name, which may be any text, and an email address. */
  public record Person(String name, String email) {}
}
