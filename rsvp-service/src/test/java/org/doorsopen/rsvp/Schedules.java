package org.doorsopen.rsvp;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.AgendaItemKind;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.Notify;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.Speaker;
import org.doorsopen.schemas.events.Venue;

/** Publications for tests. */
public final class Schedules {

  private Schedules() {}

  /** Tomorrow for three hours, open for RSVPs, each with up to two guests. */
  public static ScheduleChanged aMeetup(int capacity) {
    return aMeetup(capacity, Instant.now().plus(Duration.ofDays(1)));
  }

  public static ScheduleChanged aMeetup(int capacity, Instant start) {
    Instant startsAt = start.truncatedTo(ChronoUnit.MILLIS);
    return schedule(
        UUID.randomUUID().toString(), 1, MeetupStatus.PUBLISHED, meetup(capacity, startsAt));
  }

  /** The next version of the same meetup, which does not take place. */
  public static ScheduleChanged cancelled(ScheduleChanged before) {
    return schedule(
        before.getMeetupId(), before.getVersion() + 1, MeetupStatus.CANCELLED, before.getMeetup());
  }

  private static ScheduleChanged schedule(
      String meetupId, int version, MeetupStatus status, Meetup meetup) {
    return ScheduleChanged.newBuilder()
        .setMeetupId(meetupId)
        .setVersion(version)
        .setStatus(status)
        .setMeetup(meetup)
        .setNotify(Notify.AUTO)
        .setPublishedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  private static Meetup meetup(int capacity, Instant startsAt) {
    return Meetup.newBuilder()
        .setTitle("Pods & <Clouds>")
        .setSummary("An evening")
        .setVenue(new Venue("The Hall", "Street 1, 10115 Berlin", null))
        .setTimeZone("Europe/Berlin")
        .setStartsAt(startsAt)
        .setEndsAt(startsAt.plus(Duration.ofHours(3)))
        .setCapacity(capacity)
        .setMaxGuests(2)
        .setRsvpOpensAt(startsAt.minus(Duration.ofDays(90)))
        .setRsvpClosesAt(startsAt)
        .setPromotionsEndAt(startsAt)
        .setAgenda(
            List.of(
                AgendaItem.newBuilder()
                    .setId("kai")
                    .setKind(AgendaItemKind.TALK)
                    .setStartsAt(startsAt)
                    .setTitle("Small <i>kernels</i>")
                    .setAbstract$("How small?")
                    .setSpeakers(List.of(new Speaker("Kai", null, "Kernels")))
                    .build()))
        .build();
  }
}
