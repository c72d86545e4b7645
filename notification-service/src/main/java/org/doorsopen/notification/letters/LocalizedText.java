package org.doorsopen.notification.letters;

import java.text.ListFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.doorsopen.notification.meetups.domain.Meetup.Times;
import org.doorsopen.notification.meetups.domain.Meetup.Venue;
import org.doorsopen.notification.text.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Messages in one reader's language, with dates and numbers as the reader's region writes them: a
 * reader from Boston gets “6:00 PM”. A language without messages, or a missing region, is replaced
 * as {@link Languages#closestTo} says.
 */
final class LocalizedText {

  private final MessageSource messages;
  private final Locale locale;

  LocalizedText(MessageSource messages, Locale asked) {
    this.messages = messages;
    this.locale = Languages.closestTo(asked);
  }

  String language() {
    return locale.getLanguage();
  }

  String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  @Nullable String sayIfAny(String key, Object... arguments) {
    return messages.getMessage(key, arguments, null, locale);
  }

  /** The message of the first key, or of the second if the first has none. */
  String sayOr(String key, String otherwise, Object... arguments) {
    String words = sayIfAny(key, arguments);
    return words == null ? say(otherwise, arguments) : words;
  }

  /** Names the zone and its offset at that time: neither alone tells everybody the time. */
  String evening(Times times) {
    ZoneId zone = times.zone();
    ZonedDateTime start = times.startsAt().atZone(zone);
    ZonedDateTime end = times.endsAt().atZone(zone);
    String when =
        start.toLocalDate().equals(end.toLocalDate())
            ? say("evening", date(start), time(start), time(end))
            : say("evening.days", date(start), time(start), date(end), time(end));
    String offset =
        start.getOffset().equals(end.getOffset())
            ? offset(start)
            : say("offsets", offset(start), offset(end));
    return say("evening.zone", when, zone.getId(), offset);
  }

  /** The time of day on the day of the meetup, with the date on any other day. */
  String onTheDay(Instant instant, Times times) {
    ZonedDateTime moment = instant.atZone(times.zone());
    LocalDate day = times.startsAt().atZone(times.zone()).toLocalDate();
    return moment.toLocalDate().equals(day)
        ? time(moment)
        : say("moment", date(moment), time(moment));
  }

  String place(@Nullable Venue venue) {
    if (venue == null) {
      return say("nothing");
    }
    return venue.address() == null ? venue.name() : say("place", venue.name(), venue.address());
  }

  String names(List<String> names) {
    return names.isEmpty()
        ? say("nothing")
        : ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
            .format(names);
  }

  private String date(ZonedDateTime moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(moment);
  }

  private String time(ZonedDateTime moment) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(moment);
  }

  private static String offset(ZonedDateTime moment) {
    ZoneOffset offset = moment.getOffset();
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
  }
}
