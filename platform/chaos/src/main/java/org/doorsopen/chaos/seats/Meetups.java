package org.doorsopen.chaos.seats;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.launcher.demo.Organizer;
import org.doorsopen.launcher.demo.Organizer.Draft;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.http.HttpFailure;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.ScheduleChanged;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evenings with fewer seats than guests, whose rooms change while people RSVP. One in four asks for
 * addresses to be confirmed within seconds.
 */
final class Meetups {
  private static final int TO_CONFIRM_ONE_IN = 4;
  private static final int SECONDS_TO_CONFIRM = 10;
  private static final int MAX_GUESTS = 3;
  private static final int KEPT = 2;
  private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(2);
  private static final Duration VISIBLE_WITHIN = Duration.ofMinutes(1);

  private final PlatformFacts facts;
  private final Organizer organizer;
  private final Log log;
  private final Random random;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<ScheduleChanged> hasty = new ArrayList<>();
  private int changes;

  Meetups(PlatformFacts facts, Log log, Random random) {
    this.facts = facts;
    this.organizer = new Organizer(facts);
    this.log = log;
    this.random = random;
  }

  /** Returns their ids when attendees can see them. */
  List<String> publish(int count) {
    int toConfirm = count / TO_CONFIRM_ONE_IN;
    IntStream.range(toConfirm, count).forEach(i -> drafts.add(organizer.create(meetup(10))));
    drafts.forEach(draft -> organizer.publish(draft, ""));
    IntStream.range(0, toConfirm).forEach(i -> hasty.add(withLittleTime()));
    hasty.forEach(log::publish);
    List<String> ids =
        Stream.concat(
                drafts.stream().map(Draft::meetupId),
                hasty.stream().map(ScheduleChanged::getMeetupId))
            .toList();
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
      int which = random.nextInt(drafts.size() + hasty.size());
      int seats = 5 + random.nextInt(60);
      if (which >= drafts.size()) {
        changeHasty(which - drafts.size(), seats);
        LockSupport.parkNanos(BETWEEN_CHANGES.toNanos());
        continue;
      }
      Draft draft = drafts.get(which);
      try {
        drafts.set(which, organizer.edit(draft, meetup(seats)));
        organizer.publish(drafts.get(which), "");
        changes++;
      } catch (HttpFailure e) {
        // As large as before; or the service was busy, and the next change finds the draft edited.
      }
      LockSupport.parkNanos(BETWEEN_CHANGES.toNanos());
    }
  }

  private void changeHasty(int which, int seats) {
    ScheduleChanged before = hasty.get(which);
    Meetup changed = Meetup.newBuilder(before.getMeetup()).setCapacity(seats).build();
    ScheduleChanged next =
        ScheduleFixtures.published(before.getMeetupId(), changed)
            .setVersion(before.getVersion() + 1)
            .build();
    hasty.set(which, next);
    log.publish(next);
    changes++;
  }

  private static ScheduleChanged withLittleTime() {
    Meetup meetup =
        ScheduleFixtures.anEvening(inTwoWeeks())
            .setCapacity(10)
            .setMaxGuests(MAX_GUESTS)
            .setReservedSeats(KEPT)
            .setConfirmWithinSeconds(SECONDS_TO_CONFIRM)
            .build();
    return ScheduleFixtures.published(UUID.randomUUID().toString(), meetup).build();
  }

  private static Instant inTwoWeeks() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(14));
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
    Instant starts = inTwoWeeks();
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", "Chaos & seats")
        .put("timeZone", "Europe/Berlin")
        .put("startsAt", starts.toString())
        .put("endsAt", starts.plus(Duration.ofHours(3)).toString())
        .put("capacity", capacity)
        .put("maxGuests", MAX_GUESTS)
        .put("reservedSeats", KEPT);
  }
}
