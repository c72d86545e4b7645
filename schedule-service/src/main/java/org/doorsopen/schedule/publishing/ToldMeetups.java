package org.doorsopen.schedule.publishing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.doorsopen.changes.domain.Detail;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Kind;
import org.doorsopen.changes.domain.Meetup.Place;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.changes.domain.Reading;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Meetups in the terms of the rule that says what is a change and whom it concerns. As
 * notification-service makes them of the event; the digests of details are this service's own, and
 * are compared with each other only.
 */
final class ToldMeetups {

  private ToldMeetups() {}

  /**
   * @param meetup with its windows
   */
  static org.doorsopen.changes.domain.Meetup of(Meetup meetup) {
    return new org.doorsopen.changes.domain.Meetup(
        meetup.title(),
        meetup.summary(),
        meetup.hosts().stream().map(Host::name).toList(),
        new Place(venue(meetup), meetup.place().onlineUrl()),
        new Times(
            meetup.times().timeZone().getId(), meetup.times().startsAt(), meetup.times().endsAt()),
        meetup.codeOfConductUrl(),
        meetup.agenda().stream().map(ToldMeetups::item).toList(),
        meetup.reminders(),
        meetup.windows().rsvpOpensAt(),
        details(meetup));
  }

  private static @Nullable Venue venue(Meetup meetup) {
    org.doorsopen.schedule.meetups.domain.Venue venue = meetup.place().venue();
    return venue == null ? null : new Venue(venue.name(), venue.address(), venue.url());
  }

  private static AgendaItem item(org.doorsopen.schedule.meetups.domain.AgendaItem item) {
    Stream<@Nullable String> contents =
        Stream.concat(
            Stream.of(
                item.abstractText(),
                Reading.ofAddress(item.slidesUrl()),
                Reading.ofAddress(item.recordingUrl())),
            item.speakers().stream().flatMap(ToldMeetups::words));
    return new AgendaItem(
        item.id(),
        Kind.valueOf(item.kind().name()),
        item.startsAt(),
        item.endsAt(),
        item.title(),
        item.speakers().stream().map(Speaker::name).toList(),
        digest(contents));
  }

  private static Stream<@Nullable String> words(Speaker speaker) {
    return Stream.of(speaker.name(), speaker.role(), speaker.organization());
  }

  private static Map<Detail, String> details(Meetup meetup) {
    org.doorsopen.schedule.meetups.domain.Venue venue = meetup.place().venue();
    return Map.ofEntries(
        Map.entry(Detail.SUMMARY, digest(Stream.of(meetup.summary()))),
        Map.entry(Detail.DESCRIPTION, digest(Stream.of(meetup.description()))),
        Map.entry(
            Detail.HOSTS,
            digest(
                meetup.hosts().stream()
                    .flatMap(host -> Stream.of(host.name(), Reading.ofAddress(host.url()))))),
        Map.entry(
            Detail.SPONSORS,
            digest(
                meetup.sponsors().stream()
                    .flatMap(sponsor ->
                        Stream.of(
                            sponsor.name(),
                            sponsor.contribution(),
                            Reading.ofAddress(sponsor.url()))))),
        Map.entry(Detail.CONDUCT, Reading.ofAddress(meetup.codeOfConductUrl())),
        Map.entry(Detail.VENUE_ADDRESS, Reading.ofAddress(venue == null ? null : venue.url())),
        Map.entry(Detail.ZONE_NAME, meetup.times().timeZone().getId()),
        Map.entry(Detail.SEATS, meetup.seating().toString()),
        Map.entry(Detail.RSVPS, meetup.windows().toString()),
        Map.entry(Detail.REMINDERS, String.valueOf(meetup.reminders())));
  }

  private static String digest(Stream<@Nullable String> texts) {
    List<String> known = texts.map(text -> Objects.requireNonNullElse(text, "")).toList();
    return Reading.digest(known);
  }
}
