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

  /** Whether the address of the online room has to be read from the topic rooms. */
  public static boolean hasRoomElsewhere(ScheduleChanged event) {
    return event.getMeetup().getOnline() && event.getMeetup().getOnlineUrl() == null;
  }

  /**
   * As if the address had been part of the event, which it was in earlier builds: the same content
   * has the same fingerprint.
   */
  public static Publication publication(ScheduleChanged event, String room, Cause cause) {
    return publication(event, withRoom(event.getMeetup(), room), cause);
  }

  public static Publication publication(ScheduleChanged event, Cause cause) {
    return publication(event, event.getMeetup(), cause);
  }

  private static Publication publication(
      ScheduleChanged event, org.doorsopen.schemas.events.Meetup meetup, Cause cause) {
    return new Publication(
        event.getMeetupId(),
        event.getVersion(),
        event.getStatus() == MeetupStatus.CANCELLED,
        meetup(meetup),
        Fingerprint.of(meetup),
        event.getNote(),
        event.getNotify() == Notify.ALWAYS,
        event.getPublishedAt(),
        cause);
  }

  private static org.doorsopen.schemas.events.Meetup withRoom(
      org.doorsopen.schemas.events.Meetup meetup, String room) {
    org.doorsopen.schemas.events.Meetup copy = new org.doorsopen.schemas.events.Meetup();
    meetup.getSchema().getFields().forEach(field -> copy.put(field.pos(), meetup.get(field.pos())));
    copy.put(meetup.getSchema().getField("onlineUrl").pos(), room);
    copy.put(meetup.getSchema().getField("online").pos(), false);
    return copy;
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
