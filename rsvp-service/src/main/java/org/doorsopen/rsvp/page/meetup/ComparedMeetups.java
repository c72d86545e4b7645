package org.doorsopen.rsvp.page.meetup;

import java.util.List;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Kind;
import org.doorsopen.changes.domain.Meetup.Place;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup.Speaker;
import org.doorsopen.web.database.StoredNames;
import org.jspecify.annotations.Nullable;

/** Translates published meetups for the comparison of two of their versions. */
final class ComparedMeetups {

  /** Stands for the address of the online room, which no page knows: there is one, or none. */
  private static final String ROOM = "online";

  private ComparedMeetups() {}

  static Meetup of(PublishedMeetup contents) {
    return new Meetup(
        contents.title(),
        contents.summary(),
        List.of(),
        new Place(venue(contents.place().venue()), contents.place().online() ? ROOM : null),
        new Times(
            contents.times().timeZone(), contents.times().startsAt(), contents.times().endsAt()),
        contents.codeOfConductUrl(),
        contents.agenda().stream().map(ComparedMeetups::item).toList(),
        null,
        contents.windows().rsvpOpensAt(),
        null);
  }

  private static @Nullable Venue venue(PublishedMeetup.@Nullable Venue venue) {
    return venue == null ? null : new Venue(venue.name(), venue.address(), venue.url());
  }

  private static AgendaItem item(PublishedMeetup.AgendaItem item) {
    return new AgendaItem(
        item.id(),
        kind(item.kind()),
        item.startsAt(),
        item.endsAt(),
        item.title(),
        item.speakers().stream().map(Speaker::name).toList(),
        null);
  }

  private static Kind kind(String name) {
    return StoredNames.find(Kind.class, name).orElse(Kind.UNKNOWN);
  }
}
