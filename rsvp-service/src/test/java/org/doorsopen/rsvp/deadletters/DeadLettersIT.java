package org.doorsopen.rsvp.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.INFRASTRUCTURE;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.doorsopen.fixtures.Poison;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.deadletters.DeadLetters;
import org.doorsopen.schemas.events.ContactProvided;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Records that nobody can make sense of hold up nobody, and wait for an answer. */
@RsvpService
class DeadLettersIT {

  private static final String ADA = "{\"name\": \"Ada\", \"email\": \"ada@example.org\"}";
  private static final String[] LOGIN = {"Authorization", RunningService.organizer()};

  @Autowired private RunningService service;
  @Autowired private SchemaRegistryClient registry;
  @Autowired private MeterRegistry meters;
  @Autowired private JdbcTemplate jdbc;

  private KafkaProducer<byte[], byte[]> producer;

  @BeforeEach
  void connect() {
    producer =
        new KafkaProducer<>(
            INFRASTRUCTURE.kafka().operator().settings(),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void disconnect() {
    producer.close();
  }

  @Test
  void areCountedFromTheStartOnForEveryTopicAndReader() {
    assertThat(
            meters.find("doors.dead.letters").counters().stream()
                .map(each -> each.getId().getTag("topic") + " by " + each.getId().getTag("reader"))
                .collect(Collectors.toSet()))
        .contains(
            "rsvps by rsvp-seat-allocation",
            "schedules by rsvp-seat-allocation",
            "schedules by rsvp-read-model-schedules",
            "seats by rsvp-read-model-seats",
            "contacts by rsvp-read-model-contacts");
  }

  @Test
  void holdUpNobodyInAnyPartitionOfAnyTopic() {
    String before = service.publish(Schedules.aMeetup(2));
    Set<String> topics = Set.of(Topics.RSVPS, Topics.SCHEDULES, Topics.SEATS, Topics.CONTACTS);
    topics.forEach(this::poison);

    for (String meetupId : List.of(before, service.publish(Schedules.aMeetup(2)))) {
      Answer asked = service.browser().postJson("/api/meetups/" + meetupId + "/rsvps", ADA);
      assertThat(asked.status()).isEqualTo(202);
      String rsvpId = asked.json().path("rsvpId").asString();
      await()
          .atMost(SOON)
          .until(() ->
              service.status(meetupId, rsvpId).body().contains("\"CONFIRMED\"")
                  && service.status(meetupId, rsvpId).body().contains("\"Ada\""));
    }
    assertThat(service.management().get("/actuator/health/readiness").status()).isEqualTo(200);
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(counted(Topics.SEATS)).isGreaterThan(10);
          assertThat(counted(Topics.CONTACTS)).isGreaterThan(10);
          assertThat(counted(Topics.RSVPS)).isGreaterThan(10);
          assertThat(counted(Topics.SCHEDULES)).isGreaterThan(20);
        });
  }

  /** Whatever HTTP takes, every reader can keep. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x301, 0x1F389, 0xE000, 0x202E, 0xAD, 0x200B, 0x2028, 0,
        0xFFFD, 0x10FFFF, 0xE0001
      })
  void areNotMadeByAnyNameThatIsTaken(int character) {
    String meetupId = service.publish(Schedules.aMeetup(2));
    Answer asked =
        service
            .browser()
            .postJson(
                "/api/meetups/" + meetupId + "/rsvps",
                "{\"name\": \"A%sZ\", \"email\": \"ada@example.org\"}"
                    .formatted(Character.toString(character).repeat(20)));

    if (asked.status() == 202) {
      String rsvpId = asked.json().path("rsvpId").asString();
      await()
          .atMost(SOON)
          .until(() ->
              !jdbc.queryForList(
                      "select name from contacts where rsvp_id = ?", String.class, rsvpId)
                  .isEmpty());
      assertThat(waiting(rsvpId)).isNull();
    } else {
      assertThat(asked.status()).isEqualTo(400);
    }
  }

  @Test
  void areReplayedOnceWhereTheyCanBeReadAndDiscardedOtherwise() {
    String meetupId = service.publish(Schedules.aMeetup(2));
    String rsvpId = newId();
    jdbc.execute("alter table contacts add constraint no_grace check (name <> 'Grace') not valid");
    try {
      service.write(
          Topics.CONTACTS,
          rsvpId,
          new ContactProvided(
              rsvpId, meetupId, "Grace", "grace@example.org", "en", Instant.now(), null));
      producer.send(
          new ProducerRecord<>(Topics.CONTACTS, newId().getBytes(UTF_8), "x".getBytes(UTF_8)));
      await().atMost(SOON).until(() -> waiting(rsvpId) != null);
    } finally {
      jdbc.execute("alter table contacts drop constraint no_grace");
    }
    String letter = waiting(rsvpId);
    assertThat(path(letter, "").json().toString()).contains("ce_id").contains(rsvpId);

    assertThat(post(letter, "/replay")).isEqualTo(204);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForList(
                        "select name from contacts where rsvp_id = ?", String.class, rsvpId))
                .containsExactly("Grace"));
    assertThat(post(letter, "/replay")).isEqualTo(404);

    String unreadable = waiting("No schema id in front of the bytes");
    assertThat(post(unreadable, "/replay")).isEqualTo(409);
    assertThat(post(unreadable, "/discard")).isEqualTo(204);
    assertThat(post(unreadable, "/discard")).isEqualTo(404);
    assertThat(service.browser().get("/api/dead-letters/rsvps").status()).isEqualTo(401);
  }

  @Test
  void areNotReplayedOverSomethingNewer() throws Exception {
    String rsvpId = newId();
    byte[] contact =
        EventSerdes.serializer(registry)
            .serialize(
                Topics.CONTACTS,
                new ContactProvided(
                    rsvpId, newId(), "Grace", "grace@example.org", "en", Instant.now(), null));
    RecordMetadata place =
        producer.send(new ProducerRecord<>(Topics.CONTACTS, rsvpId.getBytes(UTF_8), contact)).get();
    String origin = DeadLetters.origin(place.topic(), place.partition(), place.offset());
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            Topics.deadLettersOf(Topics.CONTACTS), rsvpId.getBytes(UTF_8), contact);
    letter.headers().add(DeadLetters.ORIGIN, origin.getBytes(UTF_8));
    producer.send(letter).get();
    producer.send(new ProducerRecord<>(Topics.CONTACTS, rsvpId.getBytes(UTF_8), null)).get();

    assertThat(post(origin, "/replay")).isEqualTo(409);
    assertThat(post(origin, "/discard")).isEqualTo(204);
  }

  /** One of each kind, each in one partition, and one in every partition. */
  private void poison(String topic) {
    int partitions = producer.partitionsFor(topic).size();
    List<Poison> all = Poison.of(topic, EventSerdes.serializer(registry));
    for (int i = 0; i < Math.max(partitions, all.size()); i++) {
      Poison poison = all.get(i % all.size());
      producer.send(new ProducerRecord<>(topic, i % partitions, poison.key(), poison.value()));
    }
    producer.flush();
  }

  private double counted(String topic) {
    return meters.find("doors.dead.letters").tag("topic", topic).counters().stream()
        .mapToDouble(each -> each.count())
        .sum();
  }

  private @Nullable String waiting(String text) {
    JsonNode letters =
        service.browser().get("/api/dead-letters/rsvps", LOGIN).json().path("deadLetters");
    return StreamSupport.stream(letters.spliterator(), false)
        .filter(letter -> letter.toString().contains(text))
        .map(letter -> letter.path("origin").asString())
        .findFirst()
        .orElse(null);
  }

  private Answer path(String origin, String more) {
    return service
        .browser()
        .get("/api/dead-letters/rsvps/" + origin.replace("@", "%40") + more, LOGIN);
  }

  private int post(String origin, String answer) {
    return service
        .browser()
        .postJson("/api/dead-letters/rsvps/" + origin.replace("@", "%40") + answer, "", LOGIN)
        .status();
  }
}
