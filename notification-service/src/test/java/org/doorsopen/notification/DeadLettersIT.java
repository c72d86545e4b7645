package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.notification.Inboxes.awaitMails;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.doorsopen.fixtures.Poison;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that nobody can make sense of hold up nobody's mails. */
@NotificationService
class DeadLettersIT {

  @Autowired MeetupEvents meetup;
  @Autowired MeetupEvents another;
  @Autowired SchemaRegistryClient registry;
  @Autowired MeterRegistry meters;
  @Autowired JdbcClient jdbc;

  @Test
  void areCountedFromTheStartOnForEveryTopic() {
    assertThat(
            meters.find("doors.dead.letters").counters().stream()
                .map(each -> each.getId().getTag("topic") + " by " + each.getId().getTag("reader"))
                .collect(Collectors.toSet()))
        .contains(
            "seats by notification-seats",
            "schedules by notification-schedules",
            "contacts by notification-contacts");
  }

  @Test
  void holdUpNoMailInAnyPartitionOfAnyTopic() {
    meetup.publish();
    List.of(Topics.SEATS, Topics.SCHEDULES, Topics.CONTACTS).forEach(this::poison);
    another.publish();

    for (MeetupEvents each : List.of(meetup, another)) {
      Attendee ada = each.attendee("Ada");
      each.confirm(ada, 1);
      assertThat(awaitMails(ada, "SEAT_CONFIRMED")).hasSize(1);
    }
    for (String topic : List.of(Topics.SEATS, Topics.SCHEDULES, Topics.CONTACTS)) {
      assertThat(
              meters.find("doors.dead.letters").tag("topic", topic).counters().stream()
                  .mapToDouble(counter -> counter.count())
                  .sum())
          .as(topic)
          .isGreaterThan(10);
    }
  }

  /** The third time it is tried, not the first: a constraint may have met a transaction. */
  @Test
  void areMadeOfWhatTheDatabaseRefusesAndHoldUpNobodyBehindThem() {
    meetup.publish();
    Attendee refused = meetup.attendeeWithoutContact("Grace");
    Attendee ada = meetup.attendeeWithoutContact("Ada");
    jdbc.sql("alter table contacts add constraint no_grace check (name <> 'Grace') not valid")
        .update();
    try {
      meetup.provideContact(refused);
      meetup.provideContact(ada);
      meetup.confirm(ada, 1);

      assertThat(awaitMails(ada, "SEAT_CONFIRMED")).hasSize(1);
      org.awaitility.Awaitility.await()
          .until(() ->
              meters
                      .get("doors.dead.letters")
                      .tags("topic", Topics.CONTACTS, "reader", "notification-contacts")
                      .counter()
                      .count()
                  > 0);
    } finally {
      jdbc.sql("alter table contacts drop constraint no_grace").update();
    }
  }

  private void poison(String topic) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            SharedInfrastructure.get().kafka().operator().settings(),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      int partitions = producer.partitionsFor(topic).size();
      List<Poison> all = Poison.of(topic, EventSerdes.serializer(registry));
      for (int i = 0; i < Math.max(partitions, all.size()); i++) {
        Poison poison = all.get(i % all.size());
        producer.send(new ProducerRecord<>(topic, i % partitions, poison.key(), poison.value()));
      }
    }
  }
}
