package org.doorsopen.crowd;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.doorsopen.fixtures.DecisionFixtures;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.Venue;

/**
 * People who have just got a seat, as the topics tell it: notification-service owes each of them
 * one mail. No other service knows of them.
 */
public final class Crowd {

  private static final int MEETUPS = 5;
  private static final int SEATS = 1_000_000;

  private final PlatformFacts facts;
  private final List<String> meetupIds =
      Stream.generate(() -> UUID.randomUUID().toString()).limit(MEETUPS).toList();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  public Crowd(PlatformFacts facts) {
    this.facts = facts;
  }

  /** Somebody who gets a seat. */
  public record Person(String name, String email) {}

  public List<String> meetupIds() {
    return meetupIds;
  }

  /**
   * Returns their rsvpIds when Kafka has acknowledged everything. The meetups are published with
   * the first of them.
   *
   * @throws IllegalStateException if Kafka refuses an event
   */
  public List<String> confirm(int people) {
    List<String> rsvpIds = new ArrayList<>(people);
    confirm(people, rsvpId -> new Person("Ada Guest", "guest-" + rsvpId + "@example.org"), rsvpIds);
    return rsvpIds;
  }

  /** As {@link #confirm(int)}, for people with names of the caller's, by their numbers. */
  public List<Person> confirm(int people, IntFunction<Person> who) {
    List<Person> all = IntStream.range(0, people).mapToObj(who).toList();
    Iterator<Person> next = all.iterator();
    confirm(people, _ -> next.next(), new ArrayList<>());
    return all;
  }

  private void confirm(int people, Function<String, Person> who, List<String> rsvpIds) {
    try (KafkaProducer<String, Object> producer = producer()) {
      meetupIds.forEach(id -> send(producer, Topics.SCHEDULES, id, published(id)));
      for (int i = 0; i < people; i++) {
        String rsvpId = UUID.randomUUID().toString();
        String meetupId = meetupIds.get(i % MEETUPS);
        Person person = who.apply(rsvpId);
        send(
            producer,
            Topics.CONTACTS,
            rsvpId,
            new ContactProvided(rsvpId, meetupId, person.name(), person.email(), "en", now, null));
        send(producer, Topics.SEATS, meetupId, confirmed(rsvpId, meetupId));
        rsvpIds.add(rsvpId);
      }
      producer.flush();
    }
    if (failure.get() != null) {
      throw new IllegalStateException("Kafka did not take an event", failure.get());
    }
  }

  private SpecificRecord published(String meetupId) {
    Meetup meetup =
        ScheduleFixtures.anEvening(now.plus(Duration.ofDays(7)))
            .setTitle("An evening with many guests")
            .setSummary("Two talks and pizza.")
            .setVenue(new Venue("The large room", "Rungestraße 20, 10179 Berlin", null))
            .setCapacity(SEATS)
            .build();
    return ScheduleFixtures.published(meetupId, meetup).build();
  }

  private SpecificRecord confirmed(String rsvpId, String meetupId) {
    return DecisionFixtures.confirmed(rsvpId, meetupId)
        .setCapacity(SEATS)
        .setConfirmedSeats(1)
        .build();
  }

  private void send(
      KafkaProducer<String, Object> producer, String topic, String key, SpecificRecord event) {
    EventHeaders headers = EventHeaders.of("/crowd", Instant.now(), Traceparent.fresh());
    producer.send(EventRecords.of(topic, key, event, headers), (_, e) -> note(e));
  }

  @SuppressWarnings("NullAway") // Kafka gives null where nothing went wrong
  private void note(Exception e) {
    if (e != null) {
      failure.compareAndSet(null, e);
    }
  }

  private KafkaProducer<String, Object> producer() {
    return new KafkaProducer<>(
        facts.kafka().settingsAnd(Map.of("acks", "all", "linger.ms", 5)),
        new StringSerializer(),
        EventSerdes.serializer(EventSerdes.registry(facts.registry().toString())));
  }
}
