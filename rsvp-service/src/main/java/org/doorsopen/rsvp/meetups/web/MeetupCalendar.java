package org.doorsopen.rsvp.meetups.web;

import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.doorsopen.calendar.FoldedLines;
import org.doorsopen.calendar.PlainText;
import org.doorsopen.calendar.ZoneDefinition;
import org.doorsopen.calendar.ZonedTimes;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.settings.PublicUrls;
import org.springframework.stereotype.Component;

/**
 * Writes a meetup as a file for everyone's calendar (RFC 5545). A file is no message, so it has no
 * METHOD, which would want an ORGANIZER (RFC 5546, 3.2.1). The entry is not the invitation that a
 * confirmed attendee gets by mail, so its UID is another one.
 */
@Component
class MeetupCalendar {

  private final String host;

  MeetupCalendar(PublicUrls urls) {
    this.host = urls.host();
  }

  /** The whole file, in lines as RFC 5545 folds them. */
  String of(Meetup meetup) {
    PublishedMeetup contents = meetup.contents();
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Doors Open//RSVP service//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    ZoneId zone = ZoneId.of(contents.timeZone());
    calendar.add(ZoneDefinition.of(zone, contents.startsAt(), contents.endsAt()));
    calendar.add(entry(meetup, zone));
    return FoldedLines.of(calendar);
  }

  private VEvent entry(Meetup meetup, ZoneId zone) {
    PublishedMeetup contents = meetup.contents();
    VEvent entry = new VEvent(false);
    entry.add(new Uid(meetup.meetupId() + "@" + host));
    entry.add(new Sequence(meetup.version() - 1));
    entry.add(ZonedTimes.stamp(meetup.publishedAt()));
    entry.add(ZonedTimes.start(contents.startsAt(), zone));
    entry.add(ZonedTimes.end(contents.endsAt(), zone));
    entry.add(new Summary(PlainText.of(contents.title())));
    description(contents).ifPresent(text -> entry.add(new Description(PlainText.of(text))));
    location(contents).ifPresent(text -> entry.add(new Location(PlainText.of(text))));
    entry.add(
        meetup.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    return entry;
  }

  private static Optional<String> description(PublishedMeetup contents) {
    String text = contents.summary() != null ? contents.summary() : contents.description();
    return joined("\n\n", Stream.of(text, contents.onlineUrl()));
  }

  private static Optional<String> location(PublishedMeetup contents) {
    PublishedMeetup.Venue venue = contents.venue();
    return venue == null
        ? Optional.ofNullable(contents.onlineUrl())
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
