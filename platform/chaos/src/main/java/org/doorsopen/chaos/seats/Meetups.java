package org.doorsopen.chaos.seats;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.launcher.demo.Organizer;
import org.doorsopen.launcher.demo.Organizer.Draft;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.http.HttpFailure;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Evenings with fewer seats than guests, whose rooms change while people RSVP. */
final class Meetups {
  private static final int MAX_GUESTS = 3;
  private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(2);
  private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(1);

  private final PlatformFacts facts;
  private final Organizer organizer;
  private final Random random;
  private final List<Draft> drafts = new ArrayList<>();
  private int changes;

  Meetups(PlatformFacts facts, Random random) {
    this.facts = facts;
    this.organizer = new Organizer(facts);
    this.random = random;
  }

  /** Returns their ids when attendees can see them. */
  List<String> publish(int count) {
    IntStream.range(0, count).forEach(i -> drafts.add(organizer.create(meetup(10))));
    drafts.forEach(draft -> organizer.publish(draft, ""));
    List<String> ids = drafts.stream().map(Draft::meetupId).toList();
    long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    while (!ids.stream().allMatch(this::isVisible)) {
      if (System.nanoTime() > deadline) {
        throw new ChaosFailure("The meetups cannot be seen after " + VISIBLE_WITHIN);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return ids;
  }

  /** A larger or smaller room for one of them every two seconds, until interrupted. */
  void changeRooms() {
    while (!Thread.currentThread().isInterrupted()) {
      int which = random.nextInt(drafts.size());
      Draft draft = drafts.get(which);
      try {
        drafts.set(which, organizer.edit(draft, meetup(5 + random.nextInt(60))));
        organizer.publish(drafts.get(which), "");
        changes++;
      } catch (HttpFailure e) {
        // As large as before; or the service was busy, and the next change finds the draft edited.
      }
      LockSupport.parkNanos(BETWEEN_CHANGES.toNanos());
    }
  }

  /** How often a room was changed. */
  int changes() {
    return changes;
  }

  private boolean isVisible(String meetupId) {
    return facts.rsvps().stream()
        .allMatch(
            service -> Http.anonymous(service).tryGet("/api/meetups/" + meetupId).status() == 200);
  }

  private static ObjectNode meetup(int capacity) {
    Instant starts = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(14));
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", "Chaos & seats")
        .put("timeZone", "Europe/Berlin")
        .put("startsAt", starts.toString())
        .put("endsAt", starts.plus(Duration.ofHours(3)).toString())
        .put("capacity", capacity)
        .put("maxGuests", MAX_GUESTS);
  }
}
