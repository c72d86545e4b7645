package org.doorsopen.bench.events;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.ScheduleChanged;

/** Meetups that are open for RSVPs now, published as schedule-service does. */
public final class Evenings {

  private Evenings() {}

  public static ProducerRecord<String, Object> published(
      String meetupId, int version, int capacity) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Meetup meetup =
        ScheduleFixtures.anEvening(now.plus(Duration.ofDays(7)))
            .setTitle("Measured evening")
            .setCapacity(capacity)
            .build();
    ScheduleChanged event =
        ScheduleFixtures.published(meetupId, meetup)
            .setVersion(version)
            .setPublishedAt(now)
            .build();
    return EventRecords.of(
        Topics.SCHEDULES, meetupId, event, EventHeaders.of("/bench", now, Traceparent.fresh()));
  }

  public static List<String> newIds(int count) {
    return newIds().limit(count).toList();
  }

  /** A meetup whose records lie in the same partition. */
  public static String neighbourOf(String meetupId, int partitions) {
    int partition = partition(meetupId, partitions);
    return newIds().filter(id -> partition(id, partitions) == partition).findFirst().orElseThrow();
  }

  /** A meetup whose records lie in another partition. */
  public static String strangerTo(String meetupId, int partitions) {
    int partition = partition(meetupId, partitions);
    return newIds().filter(id -> partition(id, partitions) != partition).findFirst().orElseThrow();
  }

  private static Stream<String> newIds() {
    return Stream.generate(() -> UUID.randomUUID().toString());
  }

  /** As Kafka's client chooses it. */
  private static int partition(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(Utils.utf8(key))) % partitions;
  }
}
