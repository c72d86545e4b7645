package org.doorsopen.notification.meetups;

import java.time.Duration;
import java.util.List;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Kind;
import org.doorsopen.changes.domain.Meetup.Place;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.schemas.events.AgendaItemKind;
import org.doorsopen.schemas.events.Host;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.Notify;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.Speaker;
import org.jspecify.annotations.Nullable;

/** Translates published events into this service's own terms; no other class reads their meetup. */
public final class PublishedMeetups {

  private PublishedMeetups() {}

  public static Publication publication(ScheduleChanged event, Cause cause) {
    return new Publication(
        event.getMeetupId(),
        event.getVersion(),
        event.getStatus() == MeetupStatus.CANCELLED,
        meetup(event.getMeetup()),
        Fingerprint.of(event.getMeetup()),
        event.getNote(),
        event.getNotify() == Notify.ALWAYS,
        event.getPublishedAt(),
        cause);
  }

  private static Meetup meetup(org.doorsopen.schemas.events.Meetup meetup) {
    return new Meetup(
        meetup.getTitle(),
        meetup.getSummary(),
        meetup.getHosts().stream().map(Host::getName).toList(),
        new Place(venue(meetup.getVenue()), meetup.getOnlineUrl()),
        new Times(meetup.getTimeZone(), meetup.getStartsAt(), meetup.getEndsAt()),
        meetup.getCodeOfConductUrl(),
        agenda(meetup.getAgenda()),
        durations(meetup.getReminderLeadSeconds()),
        meetup.getRsvpOpensAt(),
        PublishedDetails.of(meetup));
  }

  private static @Nullable List<Duration> durations(@Nullable List<Integer> seconds) {
    return seconds == null ? null : seconds.stream().map(Duration::ofSeconds).toList();
  }

  private static @Nullable Venue venue(org.doorsopen.schemas.events.@Nullable Venue venue) {
    return venue == null ? null : new Venue(venue.getName(), venue.getAddress(), venue.getUrl());
  }

  private static List<AgendaItem> agenda(List<org.doorsopen.schemas.events.AgendaItem> agenda) {
    return agenda.stream()
        .map(item ->
            new AgendaItem(
                item.getId(),
                kind(item.getKind()),
                item.getStartsAt(),
                item.getEndsAt(),
                item.getTitle(),
                item.getSpeakers().stream().map(Speaker::getName).toList(),
                PublishedDetails.of(item)))
        .toList();
  }

  private static Kind kind(AgendaItemKind kind) {
    return switch (kind) {
      case DOORS -> Kind.DOORS;
      case REMARKS -> Kind.REMARKS;
      case TALK -> Kind.TALK;
      case BREAK -> Kind.BREAK;
      case SOCIAL -> Kind.SOCIAL;
      case UNKNOWN -> Kind.UNKNOWN;
    };
  }
}
