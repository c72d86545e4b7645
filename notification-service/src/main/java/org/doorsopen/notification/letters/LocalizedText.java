package org.doorsopen.notification.letters;

import java.text.ListFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.pages.words.Isolates;
import org.doorsopen.pages.words.Languages;
import org.doorsopen.pages.words.LocalTimes;
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
  private final LocalTimes times;

  LocalizedText(MessageSource messages, Locale asked) {
    this.messages = messages;
    this.locale = Languages.closestTo(asked);
    this.times = new LocalTimes(locale);
  }

  String language() {
    return locale.getLanguage();
  }

  String say(String key, Object... arguments) {
    return messages.getMessage(key, Isolates.in(arguments), locale);
  }

  @Nullable String sayIfAny(String key, Object... arguments) {
    return messages.getMessage(key, Isolates.in(arguments), null, locale);
  }

  /** The message of the first key, or of the second if the first has none. */
  String sayOr(String key, String otherwise, Object... arguments) {
    String words = sayIfAny(key, arguments);
    return words == null ? say(otherwise, arguments) : words;
  }

  /** Names the zone and its offset at that time: neither alone tells everybody the time. */
  String evening(Times times) {
    return this.times.evening(times.startsAt(), times.endsAt(), times.zone());
  }

  /** The time of day on the day of the meetup, with the date on any other day. */
  String onTheDay(Instant instant, Times times) {
    return this.times.onTheDay(instant, times.startsAt(), times.zone());
  }

  /** The same for a part of the meetup; one without an end has its start alone. */
  String onTheDay(Instant from, @Nullable Instant to, Times times) {
    return this.times.onTheDay(from, to, times.startsAt(), times.zone());
  }

  /** A moment that is not about the day of the meetup, with date, zone and offset. */
  String moment(Instant instant, Times times) {
    return this.times.moment(instant, times.zone());
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
}
