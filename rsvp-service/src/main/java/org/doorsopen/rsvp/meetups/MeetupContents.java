package org.doorsopen.rsvp.meetups;

import java.util.List;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.Venue;
import org.jspecify.annotations.Nullable;

/** From the event's words to the API's. */
final class MeetupContents {

  private MeetupContents() {}

  static PublishedMeetup of(Meetup it) {
    return new PublishedMeetup(
        it.getTitle(),
        it.getSummary(),
        it.getDescription(),
        hosts(it),
        venue(it.getVenue()),
        it.getOnlineUrl(),
        it.getTimeZone(),
        it.getStartsAt(),
        it.getEndsAt(),
        it.getCapacity(),
        it.getMaxGuests(),
        it.getWaitlistCapacity(),
        it.getRsvpOpensAt(),
        it.getRsvpClosesAt(),
        it.getPromotionsEndAt(),
        it.getCodeOfConductUrl(),
        sponsors(it),
        it.getAgenda().stream().map(MeetupContents::agendaItem).toList());
  }

  private static List<PublishedMeetup.Host> hosts(Meetup meetup) {
    return meetup.getHosts().stream()
        .map(it -> new PublishedMeetup.Host(it.getName(), it.getUrl()))
        .toList();
  }

  private static PublishedMeetup.@Nullable Venue venue(@Nullable Venue it) {
    return it == null
        ? null
        : new PublishedMeetup.Venue(it.getName(), it.getAddress(), it.getUrl());
  }

  private static List<PublishedMeetup.Sponsor> sponsors(Meetup meetup) {
    return meetup.getSponsors().stream()
        .map(it -> new PublishedMeetup.Sponsor(it.getName(), it.getContribution(), it.getUrl()))
        .toList();
  }

  private static PublishedMeetup.AgendaItem agendaItem(AgendaItem it) {
    return new PublishedMeetup.AgendaItem(
        it.getId(),
        it.getKind().name(),
        it.getStartsAt(),
        it.getEndsAt(),
        it.getTitle(),
        it.getAbstract$(),
        it.getSpeakers().stream()
            .map(s -> new PublishedMeetup.Speaker(s.getName(), s.getRole(), s.getOrganization()))
            .toList());
  }
}
