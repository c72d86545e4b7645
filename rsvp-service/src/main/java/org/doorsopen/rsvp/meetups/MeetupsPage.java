package org.doorsopen.rsvp.meetups;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of the upcoming meetups, by their start.
 *
 * @param next where the page after this one begins; null on the last page
 */
public record MeetupsPage(List<Meetup> meetups, @Nullable Place next) {

  /** The place of a meetup among all, which stays where it is when others come and go. */
  public record Place(Instant startsAt, String meetupId) {

    static final Place FIRST = new Place(Instant.EPOCH, "");

    private static final char SEPARATOR = '_';

    static Place of(Meetup meetup) {
      return new Place(meetup.contents().times().startsAt(), meetup.meetupId());
    }

    /** Empty unless it is the text of a place; a missing text is the first place. */
    public static Optional<Place> parse(@Nullable String text) {
      if (text == null) {
        return Optional.of(FIRST);
      }
      int separator = text.indexOf(SEPARATOR);
      String meetupId = text.substring(separator + 1);
      if (separator < 0 || !meetupId.matches("[A-Za-z0-9_-]{1,100}")) {
        return Optional.empty();
      }
      try {
        long millis = Long.parseLong(text.substring(0, separator));
        return millis < 0 || millis > MAX_MILLIS
            ? Optional.empty()
            : Optional.of(new Place(Instant.ofEpochMilli(millis), meetupId));
      } catch (NumberFormatException | DateTimeException e) {
        return Optional.empty();
      }
    }

    // The year 9999: PostgreSQL knows no time much later.
    private static final long MAX_MILLIS = 253_402_300_799_999L;

    /** The place that comes after every other one. */
    public static final Place LAST = new Place(Instant.ofEpochMilli(MAX_MILLIS), "");

    /** For addresses, in which all of its characters stand for themselves. */
    public String text() {
      return startsAt.toEpochMilli() + String.valueOf(SEPARATOR) + meetupId;
    }
  }
}
