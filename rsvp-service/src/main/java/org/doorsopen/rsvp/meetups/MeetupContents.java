package org.doorsopen.rsvp.meetups;

import java.time.Duration;
import java.util.List;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Maps the contents of a publication to those that the API shows. Reminders are left out: they are
 * instructions for mails, and attendees are told by the mails themselves. So is the address of the
 * online room, which is for those who have a seat.
 */
final class MeetupContents {

  private MeetupContents() {}

  static PublishedMeetup of(Meetup meetup) {
    return new PublishedMeetup(
        meetup.getTitle(),
        meetup.getSummary(),
        meetup.getDescription(),
        hosts(meetup),
        place(meetup),
        new PublishedMeetup.Times(meetup.getTimeZone(), meetup.getStartsAt(), meetup.getEndsAt()),
        new PublishedMeetup.Seating(
            meetup.getCapacity(),
            meetup.getMaxGuests(),
            meetup.getWaitlistCapacity(),
            confirmWithin(meetup.getConfirmWithinSeconds()),
            meetup.getReservedSeats()),
        new PublishedMeetup.Windows(
            meetup.getRsvpOpensAt(), meetup.getRsvpClosesAt(), meetup.getPromotionsEndAt()),
        meetup.getCodeOfConductUrl(),
        sponsors(meetup),
        meetup.getAgenda().stream().map(MeetupContents::agendaItem).toList());
  }

  /** Events of earlier builds have the address of the room instead. */
  private static PublishedMeetup.Place place(Meetup meetup) {
    return new PublishedMeetup.Place(
        venue(meetup.getVenue()), meetup.getOnline() || meetup.getOnlineUrl() != null);
  }

  private static @Nullable Duration confirmWithin(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static List<PublishedMeetup.Host> hosts(Meetup meetup) {
    return meetup.getHosts().stream()
        .map(host -> new PublishedMeetup.Host(host.getName(), host.getUrl()))
        .toList();
  }

  private static PublishedMeetup.@Nullable Venue venue(@Nullable Venue venue) {
    return venue == null
        ? null
        : new PublishedMeetup.Venue(venue.getName(), venue.getAddress(), venue.getUrl());
  }

  private static List<PublishedMeetup.Sponsor> sponsors(Meetup meetup) {
    return meetup.getSponsors().stream()
        .map(sponsor ->
            new PublishedMeetup.Sponsor(
                sponsor.getName(), sponsor.getContribution(), sponsor.getUrl()))
        .toList();
  }

  private static PublishedMeetup.AgendaItem agendaItem(AgendaItem item) {
    return new PublishedMeetup.AgendaItem(
        item.getId(),
        item.getKind().name(),
        item.getStartsAt(),
        item.getEndsAt(),
        item.getTitle(),
        item.getAbstract$(),
        item.getSpeakers().stream()
            .map(speaker ->
                new PublishedMeetup.Speaker(
                    speaker.getName(), speaker.getRole(), speaker.getOrganization()))
            .toList(),
        item.getSlidesUrl(),
        item.getRecordingUrl());
  }
}
