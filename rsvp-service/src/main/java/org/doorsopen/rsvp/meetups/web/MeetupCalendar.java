package org.doorsopen.rsvp.meetups.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.calendar.CalendarEntry;
import org.doorsopen.calendar.CalendarEntry.Details;
import org.doorsopen.calendar.CalendarEntry.Revision;
import org.doorsopen.calendar.CalendarEntry.Span;
import org.doorsopen.calendar.CalendarWriter;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.settings.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Writes a meetup as a file for everyone's calendar. The entry is not the invitation that a
 * confirmed attendee gets by mail, so its UID is another one: the meetup's id, alone (RFC 7986,
 * section 5.3). A program knows an entry by it, so it must not change when the platform moves.
 */
@Component
class MeetupCalendar {

  private static final String PRODUCT = "RSVP service";
  private static final Duration REFRESH = Duration.ofHours(1);

  /** Long enough to be seen in a calendar. */
  private static final Duration OPENING = Duration.ofMinutes(15);

  /** The file is for everybody, and the address for those who have a seat. */
  private static final String ONLINE = "Online; the address comes with a seat.";

  private final PublicUrl publicUrl;
  private final String host;

  MeetupCalendar(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
    this.host = publicUrl.host();
  }

  /** The whole file, in lines as RFC 5545 folds them. */
  String of(Meetup meetup) {
    return CalendarWriter.file(PRODUCT, entry(meetup));
  }

  /** A file with the moment at which RSVPs open, for people who want to be there then. */
  String ofOpening(Meetup meetup) {
    PublishedMeetup contents = meetup.contents();
    Instant opens = contents.windows().rsvpOpensAt();
    Instant closes = contents.windows().rsvpClosesAt();
    Instant until = opens.plus(OPENING);
    URI page = URI.create(publicUrl.url() + "/meetups/" + meetup.meetupId());
    CalendarEntry entry =
        new CalendarEntry(
            meetup.meetupId() + "-opening@" + host,
            new Revision(meetup.version() - 1, meetup.publishedAt()),
            new Span(
                ZoneId.of(contents.times().timeZone()),
                opens,
                closes.isBefore(until) ? closes : until),
            new Details("RSVPs open: " + contents.title(), page.toString(), null, page),
            meetup.cancelled());
    return CalendarWriter.file(PRODUCT, entry);
  }

  /** A calendar of all of them, which programs read again from time to time. */
  String of(List<Meetup> meetups) {
    return CalendarWriter.feed(PRODUCT, host, REFRESH, meetups.stream().map(this::entry).toList());
  }

  private CalendarEntry entry(Meetup meetup) {
    PublishedMeetup contents = meetup.contents();
    return new CalendarEntry(
        meetup.meetupId(),
        new Revision(meetup.version() - 1, meetup.publishedAt()),
        new Span(
            ZoneId.of(contents.times().timeZone()),
            contents.times().startsAt(),
            contents.times().endsAt()),
        details(contents),
        meetup.cancelled());
  }

  private static Details details(PublishedMeetup contents) {
    return new Details(
        contents.title(),
        description(contents).orElse(null),
        location(contents).orElse(null),
        null);
  }

  private static Optional<String> description(PublishedMeetup contents) {
    String text = contents.summary() != null ? contents.summary() : contents.description();
    return joined("\n\n", Stream.of(text, contents.place().online() ? ONLINE : null));
  }

  private static Optional<String> location(PublishedMeetup contents) {
    PublishedMeetup.Venue venue = contents.place().venue();
    return venue == null
        ? Optional.of("Online").filter(_ -> contents.place().online())
        : joined(", ", Stream.of(venue.name(), venue.address()));
  }

  private static Optional<String> joined(String separator, Stream<String> parts) {
    String text =
        parts
            .filter(part -> part != null && !part.isBlank())
            .distinct()
            .collect(Collectors.joining(separator));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
