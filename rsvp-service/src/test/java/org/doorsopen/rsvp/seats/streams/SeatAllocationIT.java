package org.doorsopen.rsvp.seats.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.seats.streams.StreamsSettings.APPLICATION_ID;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.rsvp.seats.state.SeatStores;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.TopicContract;
import org.doorsopen.schemas.TopicSettings;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The allocator on a real broker, with real transactions. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class SeatAllocationIT {

  private static final Infrastructure infrastructure = SharedInfrastructure.get();

  @TempDir private static Path data;

  private static final int WAITING = 600;

  private final String meetupId = UUID.randomUUID().toString();

  @Autowired private SchemaRegistryClient registry;
  @Autowired private SeatAllocationStreams allocator;

  private KafkaProducer<String, Object> producer;
  private KafkaProducer<String, byte[]> rawProducer;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    SharedInfrastructure.settings(ServiceAccount.RSVP)
        .forEach((name, value) -> properties.add(name, () -> value));
    properties.add("DOORS_SECRET", () -> "a secret for tests that is long enough");
    properties.add("DOORS_ORGANIZER", () -> "organizer:a password");
    properties.add("DOORS_DATA", data::toString);
    properties.add("doors.seat-allocation.batch", () -> "2");
    properties.add("doors.seat-allocation.unknown-meetup-grace", () -> "2m");
  }

  @BeforeEach
  void connect() {
    Map<String, Object> settings = infrastructure.kafka().operator().settings();
    producer =
        new KafkaProducer<>(settings, new StringSerializer(), EventSerdes.serializer(registry));
    rawProducer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void disconnect() {
    producer.close();
    rawProducer.close();
  }

  @Test
  void decidesInTheOrderOfTheLogAndSetsUndecodableBytesAside() {
    publish(1);
    request("ada");
    producer.flush();
    rawProducer.send(new ProducerRecord<>(Topics.RSVPS, meetupId, "not avro".getBytes(UTF_8)));
    rawProducer.flush();
    request("bob");

    List<ConsumerRecord<String, Object>> decisions = awaitDecisions(2);

    assertThat(decisions.getFirst().value())
        .isInstanceOfSatisfying(
            SeatConfirmed.class, e -> assertThat(e.getRsvpId()).isEqualTo("ada"));
    assertThat(decisions.getLast().value())
        .isInstanceOfSatisfying(
            SeatWaitlisted.class, e -> assertThat(e.getRsvpId()).isEqualTo("bob"));
    assertThat(partitionOf(Topics.RSVPS)).isEqualTo(decisions.getFirst().partition());
    try (Deserializer<String> text = new StringDeserializer()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(read(Topics.deadLettersOf(Topics.RSVPS), text))
                  .extracting(ConsumerRecord::value)
                  .containsExactly("not avro"));
    }
  }

  @Test
  void decidesRequestsThatCameWhileTheBrokerWasGone() {
    publish(1);
    request("ada");
    assertThat(awaitDecisions(1).getFirst().value()).isInstanceOf(SeatConfirmed.class);

    infrastructure.kafka().kill();
    infrastructure.kafka().start();
    request("bob");

    assertThat(awaitDecisions(2).getLast().value()).isInstanceOf(SeatWaitlisted.class);
  }

  @Test
  void goesOnWithPromotionsWhereAnAllocatorLeftThem() {
    publish(1);
    List<String> attendees = IntStream.rangeClosed(0, WAITING).mapToObj(i -> "a" + i).toList();
    attendees.forEach(this::request);
    awaitDecisions(attendees.size());

    publish(2, attendees.size());
    awaitDecisions(attendees.size() + 1);
    allocator.stop();
    assertThat(awaitDecisions(1)).hasSizeLessThan(2 * WAITING + 1);
    allocator.start();

    assertThat(awaitDecisions(2 * WAITING + 1).stream().skip(attendees.size()))
        .extracting(decision -> ((SeatConfirmed) decision.value()).getRsvpId())
        .containsExactlyElementsOf(attendees.subList(1, attendees.size()));
  }

  @Test
  void givesTheSeatWhenTheScheduleComesAfterTheRequestAndAnotherAllocator() throws Exception {
    Instant published = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    RecordMetadata asked = request("ada").get();
    await().atMost(Duration.ofSeconds(60)).until(() -> isCommitted(asked));
    allocator.stop();
    allocator.start();
    publish(1, 1, published);

    assertThat(awaitDecisions(1).getFirst().value()).isInstanceOf(SeatConfirmed.class);
  }

  /**
   * The state in which earlier releases stopped for all meetups, and stopped again after a start.
   */
  @Test
  void decidesForAllMeetupsWithAPublicationInTheLogThatIsHoursAhead() throws Exception {
    publish(1);
    request("ada");
    awaitDecisions(1);
    List<String> stamped =
        List.of(
            Topics.SCHEDULES,
            APPLICATION_ID + "-seats-changelog",
            APPLICATION_ID + "-figures-changelog");
    allocator.stop();
    configure(stamped, "message.timestamp.type", "CreateTime");
    configure(List.of(Topics.SCHEDULES), "message.timestamp.after.max.ms", "9223372036854775807");
    Instant ahead = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MILLIS);
    ScheduleChanged schedule =
        ScheduleBuilder.aMeetup(ahead.minus(Duration.ofDays(1)))
            .version(2, ahead)
            .capacity(2)
            .event(meetupId);
    producer
        .send(
            new ProducerRecord<>(Topics.SCHEDULES, null, ahead.toEpochMilli(), meetupId, schedule))
        .get();
    request("bob");
    // As the clock of that time has it.
    send(Topics.RSVPS, new RsvpRequested("cyd", meetupId, "cyd", 0, ahead.plusMillis(1)), ahead);
    allocator.start();

    List<ConsumerRecord<String, Object>> decisions = awaitDecisions(3);
    assertThat(decisions)
        .extracting(ConsumerRecord::value)
        .hasOnlyElementsOfTypes(SeatConfirmed.class, SeatWaitlisted.class)
        .filteredOn(SeatConfirmed.class::isInstance)
        .hasSize(2);
    assertThat(decisions.getLast().timestamp()).isLessThan(ahead.toEpochMilli());

    allocator.stop();
    allocator.start();
    request("dan");
    assertThat(awaitDecisions(4).getLast().value()).isInstanceOf(SeatWaitlisted.class);
  }

  /** A data folder of an earlier release has the topic with a longer time. */
  @Test
  void keepsNamesThatCouldNotBeReadNoLongerThanThisReleaseSays() throws Exception {
    String aside = Topics.deadLettersOf(Topics.CONTACTS);
    configure(List.of(aside), "retention.ms", "604800000");
    try (Admin admin = admin()) {
      awaitRetention(admin, aside, "604800000");

      new TopicContract(admin, new TopicSettings(1, Optional.empty()))
          .establish(TimeLimit.in(Duration.ofSeconds(20)));

      awaitRetention(admin, aside, "172800000");
    }
  }

  /** The broker takes a moment to show what it was told. */
  private static void awaitRetention(Admin admin, String topic, String millis) {
    ConfigResource asked = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            admin
                .describeConfigs(List.of(asked))
                .all()
                .get()
                .get(asked)
                .get("retention.ms")
                .value()
                .equals(millis));
  }

  /** Each commit costs the broker several records, also one in which nothing has happened. */
  @Test
  void commitsNothingWhileNothingHappens() {
    publish(1);
    request("ada");
    awaitDecisions(1);

    AtomicLong before = new AtomicLong();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(3))
        .until(() -> {
          long now = transactionStates();
          return before.getAndSet(now) == now;
        });
  }

  private long transactionStates() throws Exception {
    try (Admin admin = admin()) {
      String topic = "__transaction_state";
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .get(topic)
          .partitions()
          .forEach(
              each -> asked.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest()));
      return admin.listOffsets(asked).all().get().values().stream()
          .mapToLong(each -> each.offset())
          .sum();
    }
  }

  private void configure(List<String> topics, String setting, String value) throws Exception {
    try (Admin admin = admin()) {
      Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
      topics.forEach(topic ->
          changes.put(
              new ConfigResource(ConfigResource.Type.TOPIC, topic),
              List.of(
                  new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))));
      admin.incrementalAlterConfigs(changes).all().get();
    }
  }

  @Test
  void doesNotStartOnOffsetsWithoutTheState() {
    publish(1);
    request("ada");
    awaitDecisions(1);
    try (Admin admin = admin()) {
      LostStateCheck ours = new LostStateCheck(admin, APPLICATION_ID);
      LostStateCheck another = new LostStateCheck(admin, "another");

      assertThatCode(() -> ours.require(SeatStores.ENTRIES, SeatStores.FIGURES))
          .doesNotThrowAnyException();
      assertThatCode(() -> another.require(SeatStores.ENTRIES)).doesNotThrowAnyException();
      assertThatThrownBy(() -> ours.require(SeatStores.ENTRIES, "lost"))
          .hasMessageContaining("rsvp-seat-allocation-lost-changelog");
    }
  }

  private void publish(int capacity) {
    publish(1, capacity);
  }

  private void publish(int version, int capacity) {
    publish(version, capacity, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private void publish(int version, int capacity, Instant at) {
    ScheduleChanged schedule =
        ScheduleBuilder.aMeetup(at).version(version, at).capacity(capacity).event(meetupId);
    send(Topics.SCHEDULES, schedule, schedule.getPublishedAt());
  }

  private Future<RecordMetadata> request(String rsvpId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return send(Topics.RSVPS, new RsvpRequested(rsvpId, meetupId, rsvpId, 0, now), now);
  }

  private Future<RecordMetadata> send(String topic, SpecificRecord event, Instant at) {
    EventHeaders headers = EventHeaders.of("/test", at, Traceparent.fresh());
    return producer.send(EventRecords.of(topic, meetupId, event, headers));
  }

  /** Whether seat allocation has committed its position after that record. */
  private boolean isCommitted(RecordMetadata written) throws Exception {
    try (Admin admin = admin()) {
      OffsetAndMetadata reached =
          admin
              .listConsumerGroupOffsets(APPLICATION_ID)
              .partitionsToOffsetAndMetadata()
              .get()
              .get(new TopicPartition(written.topic(), written.partition()));
      return reached != null && reached.offset() > written.offset();
    }
  }

  private static Admin admin() {
    return Admin.create(infrastructure.kafka().operator().settings());
  }

  private List<ConsumerRecord<String, Object>> awaitDecisions(int count) {
    try (Deserializer<Object> events = EventSerdes.deserializer(registry)) {
      return await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> read(Topics.SEATS, events), decisions -> decisions.size() >= count);
    }
  }

  private int partitionOf(String topic) {
    try (Deserializer<String> text = new StringDeserializer()) {
      return read(topic, text).getFirst().partition();
    }
  }

  /** The committed records of this meetup on the topic. */
  private <V> List<ConsumerRecord<String, V>> read(String topic, Deserializer<V> values) {
    Map<String, Object> settings = new HashMap<>(infrastructure.kafka().operator().settings());
    settings.put("isolation.level", "read_committed");
    // It has asked for more when it is closed, and the broker would let it wait for that.
    settings.put("fetch.max.wait.ms", 10);
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, V>> records = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(each -> {
              if (meetupId.equals(each.key())) {
                records.add(each);
              }
            });
      }
      return records;
    }
  }
}
