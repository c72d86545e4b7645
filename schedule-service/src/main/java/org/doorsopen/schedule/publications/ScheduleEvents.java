package org.doorsopen.schedule.publications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.AgendaItemKind;
import org.doorsopen.schemas.events.Change;
import org.doorsopen.schemas.events.Host;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.Notify;
import org.doorsopen.schemas.events.RoomChanged;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.Speaker;
import org.doorsopen.schemas.events.Sponsor;
import org.doorsopen.schemas.events.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Writes publications as the events that the other services read. What is in the topic schedules is
 * for everybody, so the address of the online room is not: it has a topic of its own.
 */
final class ScheduleEvents {

  static final String SOURCE = "/schedule-service/publications";

  /** The path of its changes. */
  private static final String ROOM = "onlineUrl";

  private ScheduleEvents() {}

  /**
   * The record of a version, the same each time: a reader knows a repeated one by its {@code
   * ce_id}.
   */
  static ProducerRecord<String, Object> recordOf(Publication publication) {
    String meetupId = publication.meetupId().toString();
    String id = id(meetupId + "/" + publication.version());
    EventHeaders headers =
        new EventHeaders(id, SOURCE, publication.publishedAt(), publication.traceparent());
    return EventRecords.of(Topics.SCHEDULES, meetupId, event(publication), headers);
  }

  /**
   * The record of the meetup's online room that has to be there before this version: its address,
   * or a tombstone where this version has taken it away. Empty for a meetup without one.
   */
  static Optional<ProducerRecord<String, Object>> roomOf(Publication publication) {
    String meetupId = publication.meetupId().toString();
    String url = publication.meetup().place().onlineUrl();
    if (url == null) {
      return publication.changes().stream().anyMatch(ScheduleEvents::isOfTheRoom)
          ? Optional.of(EventRecords.tombstone(Topics.ROOMS, meetupId))
          : Optional.empty();
    }
    RoomChanged event =
        new RoomChanged(meetupId, publication.version(), url, publication.publishedAt());
    EventHeaders headers =
        new EventHeaders(
            id(meetupId + "/" + publication.version() + "/room"),
            SOURCE,
            publication.publishedAt(),
            publication.traceparent());
    return Optional.of(EventRecords.of(Topics.ROOMS, meetupId, event, headers));
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }

  private static boolean isOfTheRoom(org.doorsopen.schedule.meetups.domain.versions.Change change) {
    return change.path().equals(ROOM);
  }

  /** That the room has changed is for everybody, and what it is or was is not. */
  private static Change change(org.doorsopen.schedule.meetups.domain.versions.Change change) {
    return isOfTheRoom(change)
        ? new Change(ROOM, null, null)
        : new Change(change.path(), change.old(), change.now());
  }

  private static ScheduleChanged event(Publication publication) {
    return ScheduleChanged.newBuilder()
        .setMeetupId(publication.meetupId().toString())
        .setVersion(publication.version())
        .setStatus(MeetupStatus.valueOf(publication.status().name()))
        .setMeetup(meetup(publication.meetup()))
        .setChanges(publication.changes().stream().map(ScheduleEvents::change).toList())
        .setNote(publication.note())
        .setNotify(Notify.valueOf(publication.audience().name()))
        .setPublishedAt(publication.publishedAt())
        .setPublishedBy(publication.publishedBy())
        .build();
  }

  private static org.doorsopen.schemas.events.Meetup meetup(Meetup meetup) {
    return org.doorsopen.schemas.events.Meetup.newBuilder()
        .setTitle(meetup.title())
        .setSummary(meetup.summary())
        .setDescription(meetup.description())
        .setHosts(meetup.hosts().stream().map(host -> new Host(host.name(), host.url())).toList())
        .setVenue(venue(meetup.place().venue()))
        .setOnline(meetup.place().onlineUrl() != null)
        .setTimeZone(meetup.times().timeZone().getId())
        .setStartsAt(meetup.times().startsAt())
        .setEndsAt(meetup.times().endsAt())
        .setCapacity(meetup.seating().capacity())
        .setMaxGuests(meetup.seating().maxGuests())
        .setWaitlistCapacity(meetup.seating().waitlistCapacity())
        .setRsvpOpensAt(requireNonNull(meetup.windows().rsvpOpensAt()))
        .setRsvpClosesAt(requireNonNull(meetup.windows().rsvpClosesAt()))
        .setPromotionsEndAt(requireNonNull(meetup.windows().promotionsEndAt()))
        .setCodeOfConductUrl(meetup.codeOfConductUrl())
        .setSponsors(meetup.sponsors().stream().map(ScheduleEvents::sponsor).toList())
        .setAgenda(meetup.agenda().stream().map(ScheduleEvents::item).toList())
        .setConfirmWithinSeconds(seconds(meetup.seating().confirmWithin()))
        .setReservedSeats(meetup.seating().reservedSeats())
        .setReminderLeadSeconds(seconds(meetup.reminders()))
        .build();
  }

  private static @Nullable Integer seconds(@Nullable Duration duration) {
    return duration == null ? null : Math.toIntExact(duration.toSeconds());
  }

  private static @Nullable List<Integer> seconds(@Nullable List<Duration> durations) {
    return durations == null
        ? null
        : durations.stream().map(Duration::toSeconds).map(Math::toIntExact).toList();
  }

  private static AgendaItem item(org.doorsopen.schedule.meetups.domain.AgendaItem item) {
    return AgendaItem.newBuilder()
        .setId(item.id())
        .setKind(AgendaItemKind.valueOf(item.kind().name()))
        .setStartsAt(item.startsAt())
        .setEndsAt(item.endsAt())
        .setTitle(item.title())
        .setAbstract$(item.abstractText())
        .setSpeakers(item.speakers().stream().map(ScheduleEvents::speaker).toList())
        .setSlidesUrl(item.slidesUrl())
        .setRecordingUrl(item.recordingUrl())
        .build();
  }

  private static @Nullable Venue venue(
      org.doorsopen.schedule.meetups.domain.@Nullable Venue venue) {
    return venue == null ? null : new Venue(venue.name(), venue.address(), venue.url());
  }

  private static Sponsor sponsor(org.doorsopen.schedule.meetups.domain.Sponsor sponsor) {
    return new Sponsor(sponsor.name(), sponsor.contribution(), sponsor.url());
  }

  private static Speaker speaker(org.doorsopen.schedule.meetups.domain.Speaker speaker) {
    return new Speaker(speaker.name(), speaker.role(), speaker.organization());
  }
}
