package org.doorsopen.pages.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.zone.ZoneRules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Says when a meetup is, in mails and on pages alike: in its own zone, as the reader's region
 * writes dates and times. A reader from Boston gets “6:00 PM”.
 *
 * <p>The end has its date wherever that is another one. The offset is there because a zone alone
 * does not tell everybody the time, and both offsets where the evening has two: then an hour may
 * come twice.
 */
public final class LocalTimes {

  private static final MessageSource WORDS = MessagesInLanguages.bundles("words/times");

  private final Locale locale;

  /** A language without words is replaced as {@link Languages#closestTo} says. */
  public LocalTimes(Locale asked) {
    this.locale = Languages.closestTo(asked);
  }

  /**
   * An evening in parts, for the lines of a page.
   *
   * @param time from when to when, the end with its date if that is another one
   * @param zone in words, with the offset
   * @param iso the start, for programs
   */
  public record Span(String date, String time, String zone, String iso) {}

  /** An evening in one sentence. */
  public String evening(Instant startsAt, Instant endsAt, ZoneId zone) {
    ZonedDateTime start = startsAt.atZone(zone);
    ZonedDateTime end = endsAt.atZone(zone);
    String when =
        isOneDay(start, end)
            ? say("evening", date(start), time(start), time(end))
            : say("evening.days", date(start), time(start), date(end), time(end));
    return inZone(when, zone, offsets(start, end));
  }

  public Span span(Instant startsAt, Instant endsAt, ZoneId zone) {
    ZonedDateTime start = startsAt.atZone(zone);
    ZonedDateTime end = endsAt.atZone(zone);
    String time =
        isOneDay(start, end)
            ? say("span", time(start), time(end))
            : say("span.days", time(start), date(end), time(end));
    String offsets = offsets(start, end);
    String place = placeOf(zone);
    String named = place == null ? offsets : say("span.zone", place, offsets);
    return new Span(date(start), time, named, startsAt.toString());
  }

  /**
   * The time of day on the day of the meetup, with the date on any other day, and with the offset
   * where that is not the one that the meetup begins with, or where the clock shows the hour twice.
   */
  public String onTheDay(Instant instant, Instant startsAt, ZoneId zone) {
    ZonedDateTime moment = instant.atZone(zone);
    ZonedDateTime start = startsAt.atZone(zone);
    String clock = clock(moment, start);
    return isOneDay(moment, start) ? clock : say("moment", date(moment), clock);
  }

  /**
   * The same for a part of the meetup; one without an end has its start alone, and the end has its
   * date where that is not the start's.
   */
  public String onTheDay(Instant from, @Nullable Instant to, Instant startsAt, ZoneId zone) {
    String start = onTheDay(from, startsAt, zone);
    if (to == null) {
      return start;
    }
    ZonedDateTime end = to.atZone(zone);
    String clock = clock(end, startsAt.atZone(zone));
    return isOneDay(from.atZone(zone), end)
        ? say("part", start, clock)
        : say("part.days", start, date(end), clock);
  }

  /**
   * A moment that is not about the day of the meetup, such as the start of RSVPs: with date, zone
   * and offset, as an evening.
   */
  public String moment(Instant instant, ZoneId zone) {
    ZonedDateTime moment = instant.atZone(zone);
    return inZone(say("moment", date(moment), time(moment)), zone, offset(moment));
  }

  private String clock(ZonedDateTime moment, ZonedDateTime start) {
    ZoneRules rules = moment.getZone().getRules();
    boolean twice = rules.getValidOffsets(moment.toLocalDateTime()).size() > 1;
    return twice || !moment.getOffset().equals(start.getOffset())
        ? say("clock.offset", time(moment), offset(moment))
        : time(moment);
  }

  private String inZone(String when, ZoneId zone, String offsets) {
    return zone instanceof ZoneOffset || zone.getId().equals(offsets)
        ? say("in.offset", when, offsets)
        : say("evening.zone", when, zone.getId(), offsets);
  }

  private static boolean isOneDay(ZonedDateTime start, ZonedDateTime end) {
    return start.toLocalDate().equals(end.toLocalDate());
  }

  private String offsets(ZonedDateTime start, ZonedDateTime end) {
    return start.getOffset().equals(end.getOffset())
        ? offset(start)
        : say("offsets", offset(start), offset(end));
  }

  private static String offset(ZonedDateTime moment) {
    ZoneOffset offset = moment.getOffset();
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
  }

  /** The city that a zone is named after; null for those that are named after an offset. */
  private static @Nullable String placeOf(ZoneId zone) {
    String id = zone.getId();
    return id.contains("/") && !id.startsWith("Etc/")
        ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')
        : null;
  }

  private String date(ZonedDateTime moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(moment);
  }

  private String time(ZonedDateTime moment) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(moment);
  }

  private String say(String key, Object... arguments) {
    return WORDS.getMessage(key, arguments, locale);
  }
}
