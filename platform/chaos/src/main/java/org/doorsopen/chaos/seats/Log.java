package org.doorsopen.chaos.seats;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.AddressConfirmed;
import org.doorsopen.schemas.events.ScheduleChanged;

/**
 * Writes what no client of the API can: links in mails confirm addresses, and no organizer may give
 * people less than ten minutes for it. Events that Kafka does not take are lost, which is no fault.
 */
final class Log implements AutoCloseable {

  private final KafkaProducer<String, Object> producer;
  private final Set<String> published = ConcurrentHashMap.newKeySet();

  Log(PlatformFacts facts) {
    this.producer =
        new KafkaProducer<>(
            facts.kafka().settings(),
            new StringSerializer(),
            EventSerdes.serializer(EventSerdes.registry(facts.registry().toString())));
  }

  void publish(ScheduleChanged schedule) {
    published.add(schedule.getMeetupId());
    write(Topics.SCHEDULES, schedule.getMeetupId(), schedule);
  }

  /** Whether seats of the meetup may end by themselves. */
  boolean hasPublished(String meetupId) {
    return published.contains(meetupId);
  }

  void confirmAddress(String meetupId, String rsvpId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    write(Topics.RSVPS, meetupId, new AddressConfirmed(rsvpId, meetupId, now));
  }

  private void write(String topic, String key, SpecificRecord event) {
    EventHeaders headers = EventHeaders.of("/chaos", Instant.now(), Traceparent.fresh());
    producer.send(EventRecords.of(topic, key, event, headers));
  }

  @Override
  public void close() {
    producer.close();
  }
}
