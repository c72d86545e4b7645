package org.doorsopen.notification.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.announcements.domain.Meetup.Times;
import org.doorsopen.notification.announcements.domain.Meetup.Venue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The words of one language. Dates and numbers follow the language that there are words in, not the
 * one that was asked for.
 */
final class Wording {

  private final MessageSource messages;
  private final Locale locale;

  Wording(MessageSource messages, Locale asked) {
    this.messages = messages;
    this.locale = Locale.forLanguageTag(messages.getMessage("language", null, asked));
  }

  String language() {
    return locale.toLanguageTag();
  }

  String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /** The first of the two that there are words for. */
  String sayOr(String key, String otherwise, Object... arguments) {
    String words = messages.getMessage(key, arguments, null, locale);
    return words == null ? say(otherwise, arguments) : words;
  }

  /** With the zone and its offset at that time, since neither alone tells everybody the time. */
  String evening(Times times) {
    ZoneId zone = ZoneId.of(times.timeZone());
    ZonedDateTime start = times.startsAt().atZone(zone);
    ZonedDateTime end = times.endsAt().atZone(zone);
    String offset = offset(start.getOffset());
    return start.toLocalDate().equals(end.toLocalDate())
        ? say("evening", date(start), time(start), time(end), zone.getId(), offset)
        : say("evening.days", date(start), time(start), date(end), time(end), zone.getId(), offset);
  }

  /** The time of day on the day of the meetup, with the date on any other day. */
  String onTheDay(Instant instant, Meetup meetup) {
    ZonedDateTime moment = instant.atZone(meetup.zone());
    LocalDate day = meetup.startsAt().atZone(meetup.zone()).toLocalDate();
    String time = time(moment);
    return moment.toLocalDate().equals(day) ? time : date(moment) + ", " + time;
  }

  String place(@Nullable Venue venue) {
    if (venue == null) {
      return say("nothing");
    }
    return venue.address() == null ? venue.name() : say("place", venue.name(), venue.address());
  }

  String names(List<String> names) {
    return names.isEmpty() ? say("nothing") : String.join(say("list.and"), names);
  }

  private String date(ZonedDateTime moment) {
    return DateTimeFormatter.ofPattern(say("date"), locale).format(moment);
  }

  private String time(ZonedDateTime moment) {
    return DateTimeFormatter.ofPattern(say("time"), locale).format(moment);
  }

  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
  }
}
