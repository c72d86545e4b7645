package org.doorsopen.rsvp.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.fixtures.DecisionFixtures;
import org.doorsopen.fixtures.Poison;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.deadletters.EventSense;
import org.doorsopen.schemas.events.Addressees;
import org.doorsopen.schemas.events.CancelledBy;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.DeliveryResumed;
import org.doorsopen.schemas.events.ErasureCompleted;
import org.doorsopen.schemas.events.ErasureLinkRequested;
import org.doorsopen.schemas.events.MessageSent;
import org.doorsopen.schemas.events.MessageText;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RoomChanged;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PoisonTest {

  private static final Map<String, List<Schema>> CONTRACT =
      Map.of(
          Topics.RSVPS,
          List.of(RsvpRequested.getClassSchema(), RsvpCancelled.getClassSchema()),
          Topics.SEATS,
          List.of(
              SeatConfirmed.getClassSchema(),
              SeatWaitlisted.getClassSchema(),
              RsvpDeclined.getClassSchema()),
          Topics.SCHEDULES,
          List.of(ScheduleChanged.getClassSchema()),
          Topics.ROOMS,
          List.of(RoomChanged.getClassSchema()),
          Topics.MESSAGES,
          List.of(MessageSent.getClassSchema()),
          Topics.CONTACTS,
          List.of(ContactProvided.getClassSchema()),
          Topics.MAIL_REQUESTS,
          List.of(ErasureLinkRequested.getClassSchema()),
          Topics.ERASURES,
          List.of(ErasureCompleted.getClassSchema()),
          Topics.DELIVERIES,
          List.of(DeliveryResumed.getClassSchema()));

  private static final MockSchemaRegistryClient REGISTRY = registry();
  private static final Serializer<Object> WRITER = EventSerdes.serializer(REGISTRY);
  private static final Deserializer<Object> READER = EventSerdes.tolerantDeserializer(REGISTRY);

  /** Of every topic, so that a new one has to say what makes no sense there. */
  static Stream<Arguments> ofEveryKind() {
    return Stream.of(Topics.ofRsvpService(), Topics.ofScheduleService())
        .flatMap(Set::stream)
        .sorted()
        .flatMap(
            topic -> Poison.of(topic, WRITER).stream().map(poison -> Arguments.of(topic, poison)));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("ofEveryKind")
  void makesNoSenseAndIsToldWithoutItsContents(String topic, Poison poison) {
    String key = poison.key() == null ? null : new String(poison.key(), UTF_8);
    Object event = READER.deserialize(topic, poison.value());

    assertThat(EventSense.faultOf(topic, key, event))
        .hasValueSatisfying(reason ->
            assertThat(reason).hasSizeLessThan(120).doesNotContain("example.org", "Utopia"));
  }

  static Stream<Arguments> soundEvents() {
    Instant now = Instant.now();
    return Stream.of(
        Arguments.of(Topics.RSVPS, "m", new RsvpRequested("r", "m", "a", 0, now)),
        Arguments.of(Topics.RSVPS, "m", new RsvpRequested("r", "m", "a", 20, now)),
        Arguments.of(
            Topics.RSVPS, "m", new RsvpCancelled("r", "m", CancelledBy.UNKNOWN, now, null, false)),
        Arguments.of(
            Topics.SCHEDULES,
            "m",
            ScheduleFixtures.published("m", ScheduleFixtures.anEvening(now).build()).build()),
        Arguments.of(Topics.SEATS, "m", DecisionFixtures.confirmed("r", "m").build()),
        Arguments.of(Topics.SEATS, "m", DecisionFixtures.closed("r", "m").build()),
        Arguments.of(
            Topics.SEATS,
            "m",
            DecisionFixtures.declined("r", "m", DeclineReason.UNKNOWN_MEETUP)
                .setScheduleVersion(0)
                .setCapacity(0)
                .setConfirmedSeats(0)
                .build()),
        Arguments.of(
            Topics.SEATS, "m", DecisionFixtures.released("r", "m", ReleaseReason.UNKNOWN).build()),
        Arguments.of(
            Topics.CONTACTS,
            "r",
            new ContactProvided(
                "r", "m", "Größe 🎉\u202e", "ä@bücher.example", "de-DE", now, null)),
        Arguments.of(Topics.ROOMS, "m", new RoomChanged("m", 1, "https://bücher.example/ä", now)),
        Arguments.of(
            Topics.MESSAGES,
            "m",
            new MessageSent(
                "i",
                "m",
                Addressees.CHOSEN,
                List.of("r"),
                List.of(new MessageText("de", "Größe", "Zeile\nZeile")),
                1,
                now,
                "ada")),
        Arguments.of(Topics.MAIL_REQUESTS, "r", new ErasureLinkRequested("r", "m", now)),
        Arguments.of(Topics.ERASURES, "r", new ErasureCompleted("e", "r", "rsvp-service", now)),
        Arguments.of(Topics.DELIVERIES, "r", new DeliveryResumed("r", "m", "a", now)));
  }

  @ParameterizedTest
  @MethodSource("soundEvents")
  void isNoneWhereAnEventMakesSense(String topic, String key, SpecificRecord event) {
    assertThat(EventSense.faultOf(topic, key, event)).isEmpty();
  }

  @Test
  void isNoTombstoneAndNoEventOfALaterRelease() {
    assertThat(EventSense.faultOf(Topics.CONTACTS, "r", null)).isEmpty();
    assertThat(EventSense.faultOf(Topics.ROOMS, "m", null)).isEmpty();
    assertThat(EventSense.faultOf(Topics.DELIVERIES, "r", null)).isEmpty();
    assertThat(EventSense.faultOf(Topics.SEATS, "m", new Object())).isEmpty();
  }

  private static MockSchemaRegistryClient registry() {
    MockSchemaRegistryClient registry =
        new MockSchemaRegistryClient(List.of(new AvroSchemaProvider()));
    CONTRACT.forEach((topic, schemas) ->
        schemas.forEach(schema -> {
          try {
            registry.register(topic + "-" + schema.getFullName(), new AvroSchema(schema));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }));
    return registry;
  }
}
