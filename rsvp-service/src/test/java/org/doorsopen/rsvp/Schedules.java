package org.doorsopen.rsvp;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.Speaker;
import org.doorsopen.schemas.events.Venue;

/** Publications of a meetup whose texts a page has to escape. */
public final class Schedules {

  private Schedules() {}

  /** Tomorrow for three hours, open for RSVPs, each with up to two guests. */
  public static ScheduleChanged aMeetup(int capacity) {
    return aMeetup(capacity, Instant.now().plus(Duration.ofDays(1)));
  }

  public static ScheduleChanged aMeetup(int capacity, Instant start) {
    Instant startsAt = start.truncatedTo(ChronoUnit.MILLIS);
    AgendaItem talk =
        ScheduleFixtures.aTalk(startsAt, new Speaker("Kai", null, "Kernels"))
            .setTitle("Small <i>kernels</i>")
            .setAbstract$("How small?")
            .build();
    Meetup meetup =
        ScheduleFixtures.anEvening(startsAt)
            .setTitle("Pods & <Clouds>")
            .setSummary("An evening")
            .setVenue(new Venue("The Hall", "Street 1, 10115 Berlin", null))
            .setCapacity(capacity)
            .setMaxGuests(2)
            .setAgenda(List.of(talk))
            .build();
    return ScheduleFixtures.published(UUID.randomUUID().toString(), meetup).build();
  }

  /** The same, with so many seconds to confirm an address. */
  public static ScheduleChanged confirmedWithin(int seconds, ScheduleChanged schedule) {
    Meetup meetup =
        Meetup.newBuilder(schedule.getMeetup()).setConfirmWithinSeconds(seconds).build();
    return ScheduleChanged.newBuilder(schedule).setMeetup(meetup).build();
  }

  /** The next version of the same meetup, which does not take place. */
  public static ScheduleChanged cancelled(ScheduleChanged before) {
    return ScheduleFixtures.cancelled(before).build();
  }
}
