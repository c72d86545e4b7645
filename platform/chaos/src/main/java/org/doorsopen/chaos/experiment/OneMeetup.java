package org.doorsopen.chaos.experiment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.doorsopen.launcher.demo.Organizer;
import org.doorsopen.launcher.demo.Organizer.Draft;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.node.JsonNodeFactory;

/** The meetup of an experiment that needs no more than one. */
public final class OneMeetup {

  private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private OneMeetup() {}

  /**
   * Publishes a meetup of three hours in two weeks, and returns its id when everybody can see it.
   *
   * @throws ChaosFailure if it cannot be seen in time
   */
  public static String published(PlatformFacts facts, String title, int capacity) {
    Instant starts = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(14));
    Organizer organizer = new Organizer(facts);
    Draft draft =
        organizer.create(
            JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("timeZone", "Europe/Berlin")
                .put("startsAt", starts.toString())
                .put("endsAt", starts.plus(Duration.ofHours(3)).toString())
                .put("capacity", capacity)
                .put("maxGuests", 0));
    organizer.publish(draft, "");
    long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    Http door = Http.anonymous(facts.frontDoor());
    while (door.tryGet("/api/meetups/" + draft.meetupId()).status() != 200) {
      if (System.nanoTime() > deadline) {
        throw new ChaosFailure("The meetup cannot be seen after " + VISIBLE_WITHIN);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return draft.meetupId();
  }
}
