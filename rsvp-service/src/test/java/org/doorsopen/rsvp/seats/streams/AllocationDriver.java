package org.doorsopen.rsvp.seats.streams;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.doorsopen.fixtures.Poison;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.state.SeatStores;
import org.doorsopen.rsvp.seats.state.StoredEntries;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.AddressConfirmed;
import org.doorsopen.schemas.events.CancelledBy;
import org.doorsopen.schemas.events.ConfirmationAwaited;
import org.doorsopen.schemas.events.ConfirmationNoted;
import org.doorsopen.schemas.events.GrantReason;
import org.doorsopen.schemas.events.PartyChangeDeclined;
import org.doorsopen.schemas.events.PartyChangeRequested;
import org.doorsopen.schemas.events.PartyChanged;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatGrantDeclined;
import org.doorsopen.schemas.events.SeatGrantRequested;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;

/**
 * The real topology with the real serdes, driven by hand. Attendees have the names of their RSVPs.
 */
public final class AllocationDriver implements AutoCloseable {

  static final String MEETUP = "berlin";

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration GO = Duration.ofMillis(5);
  public static final int NO_LIMIT = 1_000_000;

  /** How long requests for unknown meetups wait. */
  public static final Duration GRACE = Duration.ofSeconds(5);

  private static final Traceparent TRACE = Traceparent.fresh();

  private final MockSchemaRegistryClient registry =
      new MockSchemaRegistryClient(List.of(new AvroSchemaProvider()));
  private final Serde<Object> events = EventSerdes.serde(registry);
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Object> rsvps;
  private final TestInputTopic<String, byte[]> rawRsvps;
  private final TestInputTopic<String, byte[]> rawSchedules;
  private final TestInputTopic<String, Object> schedules;
  private final TestOutputTopic<String, Object> seats;
  private Instant now = Instant.parse("2026-02-01T12:00:00Z");
  private Instant wallClock = now;

  /** The topics of the records that were set aside. */
  final List<String> deadLettersCounted = new ArrayList<>();

  /** Kafka's answer when it is asked. */
  boolean schedulesAreRead = true;

  AllocationDriver(Path stateDirectory) {
    this(stateDirectory, NO_LIMIT);
  }

  /**
   * @param batch how many decisions a go may make
   */
  AllocationDriver(Path stateDirectory, int batch) {
    this(stateDirectory, batch, SeatAllocation::decide, Stores::inMemoryKeyValueStore);
  }

  public AllocationDriver(
      Path stateDirectory,
      int batch,
      Decider decider,
      Function<String, KeyValueBytesStoreSupplier> storage) {
    register(
        Topics.RSVPS,
        RsvpRequested.getClassSchema(),
        RsvpCancelled.getClassSchema(),
        AddressConfirmed.getClassSchema(),
        PartyChangeRequested.getClassSchema(),
        SeatGrantRequested.getClassSchema());
    register(Topics.SCHEDULES, ScheduleChanged.getClassSchema());
    register(
        Topics.SEATS,
        SeatConfirmed.getClassSchema(),
        SeatWaitlisted.getClassSchema(),
        SeatReleased.getClassSchema(),
        RsvpDeclined.getClassSchema(),
        WaitlistClosed.getClassSchema(),
        ConfirmationNoted.getClassSchema(),
        ConfirmationAwaited.getClassSchema(),
        PartyChanged.getClassSchema(),
        PartyChangeDeclined.getClassSchema(),
        SeatGrantDeclined.getClassSchema());
    Surroundings surroundings =
        new Surroundings(
            new Pace(batch, GRACE),
            decider,
            () -> wallClock,
            (_, _) -> schedulesAreRead,
            deadLettersCounted::add);
    Topology topology = SeatAllocationTopology.build(new Topology(), events, surroundings, storage);
    driver = new TopologyTestDriver(topology, settings(stateDirectory), now);
    StringSerializer keys = new StringSerializer();
    rsvps = driver.createInputTopic(Topics.RSVPS, keys, events.serializer());
    rawRsvps = driver.createInputTopic(Topics.RSVPS, keys, new ByteArraySerializer());
    schedules = driver.createInputTopic(Topics.SCHEDULES, keys, events.serializer());
    rawSchedules = driver.createInputTopic(Topics.SCHEDULES, keys, new ByteArraySerializer());
    seats = driver.createOutputTopic(Topics.SEATS, new StringDeserializer(), events.deserializer());
  }

  private Properties settings(Path stateDirectory) {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "test",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            "unused:1",
            StreamsConfig.STATE_DIR_CONFIG,
            stateDirectory.toString(),
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2));
    return settings;
  }

  private void register(String topic, Schema... schemas) {
    for (Schema schema : schemas) {
      try {
        registry.register(topic + "-" + schema.getFullName(), new AvroSchema(schema));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public Instant now() {
    return now;
  }

  /** Moves the clocks of the log and of the wall; nothing comes in meanwhile. */
  void at(Instant instant) {
    Duration passed = Duration.between(now, instant);
    now = instant;
    advance(passed);
    advance(LOOK);
  }

  /** Gives the next backlog one more go; the log's clock stands. */
  public void oneMoreGo() {
    advance(GO);
  }

  /** Moves the log's clock alone: the record has that instant. */
  public void tell(String topic, String key, SpecificRecord event, Instant at) {
    TestInputTopic<String, Object> input = topic.equals(Topics.RSVPS) ? rsvps : schedules;
    input.pipeInput(testRecord(topic, key, event, at, TRACE));
  }

  /**
   * Moves the wall's clock alone, by two seconds at least: the second look at the clock finds that
   * nothing came in since the first.
   */
  public void passUntil(Instant instant) {
    Instant soonest = wallClock.plus(LOOK);
    Instant first = instant.minus(LOOK);
    advance(Duration.between(wallClock, first.isBefore(soonest) ? soonest : first));
    advance(LOOK);
  }

  public Instant wallClock() {
    return wallClock;
  }

  private void advance(Duration passed) {
    wallClock = wallClock.plus(passed);
    driver.advanceWallClockTime(passed);
  }

  /** Moves the wall's clock alone, with something that happens just before the allocator looks. */
  void wallClockJumpsTo(Instant instant, Runnable before) {
    before.run();
    advance(Duration.between(now, instant));
  }

  public void publish(ScheduleChanged schedule) {
    publish(schedule, Traceparent.fresh());
  }

  void publish(ScheduleChanged schedule, Traceparent trace) {
    schedules.pipeInput(testRecord(Topics.SCHEDULES, schedule.getMeetupId(), schedule, trace));
  }

  /** A request for another meetup than that of the other methods. */
  void requestElsewhere(String meetupId, String rsvpId) {
    RsvpRequested event = new RsvpRequested(rsvpId, meetupId, rsvpId, 0, now);
    rsvps.pipeInput(testRecord(Topics.RSVPS, meetupId, event, Traceparent.fresh()));
  }

  public void request(String rsvpId) {
    request(rsvpId, 0);
  }

  void request(String rsvpId, int guests) {
    request(rsvpId, rsvpId, guests, Traceparent.fresh());
  }

  void request(String rsvpId, String attendeeId, int guests, Traceparent trace) {
    RsvpRequested event = new RsvpRequested(rsvpId, MEETUP, attendeeId, guests, now);
    rsvps.pipeInput(testRecord(Topics.RSVPS, MEETUP, event, trace));
  }

  void cancel(String rsvpId) {
    cancel(rsvpId, Traceparent.fresh());
  }

  void cancel(String rsvpId, Traceparent trace) {
    RsvpCancelled event = new RsvpCancelled(rsvpId, MEETUP, CancelledBy.ATTENDEE, now, null, false);
    rsvps.pipeInput(testRecord(Topics.RSVPS, MEETUP, event, trace));
  }

  /** Each is another wish. */
  void change(String rsvpId, int guests) {
    String changeId = UUID.randomUUID().toString();
    PartyChangeRequested event = new PartyChangeRequested(rsvpId, MEETUP, changeId, guests, now);
    rsvps.pipeInput(testRecord(Topics.RSVPS, MEETUP, event, Traceparent.fresh()));
  }

  /** Each is another wish of an organizer. */
  void grant(String rsvpId, boolean reserved) {
    grant(rsvpId, null, reserved);
  }

  /** With a kept seat, if there is one. */
  void add(String rsvpId) {
    grant(rsvpId, rsvpId, true);
  }

  private void grant(String rsvpId, String attendeeId, boolean reserved) {
    String grantId = UUID.randomUUID().toString();
    SeatGrantRequested event =
        new SeatGrantRequested(
            rsvpId, MEETUP, grantId, attendeeId, 0, reserved, GrantReason.SPEAKER, "Grace", now);
    rsvps.pipeInput(testRecord(Topics.RSVPS, MEETUP, event, Traceparent.fresh()));
  }

  void confirmAddress(String rsvpId) {
    AddressConfirmed event = new AddressConfirmed(rsvpId, MEETUP, now);
    rsvps.pipeInput(testRecord(Topics.RSVPS, MEETUP, event, Traceparent.fresh()));
  }

  void rawRsvp(byte[] bytes) {
    rawRsvps.pipeInput(MEETUP, bytes, now);
  }

  void rawSchedule(byte[] bytes) {
    rawSchedules.pipeInput(MEETUP, bytes, now);
  }

  /**
   * Brings one record of each kind that nobody can make sense of.
   *
   * @return how many
   */
  int poison(String topic) {
    List<Poison> all = Poison.of(topic, events.serializer());
    TestInputTopic<byte[], byte[]> input =
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    all.forEach(each -> input.pipeInput(each.key(), each.value(), now));
    return all.size();
  }

  /** The records that were set aside since the last call. */
  List<TestRecord<byte[], byte[]>> deadLetters() {
    return Stream.of(Topics.RSVPS, Topics.SCHEDULES)
        .map(topic ->
            driver.createOutputTopic(
                Topics.deadLettersOf(topic),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()))
        .flatMap(letters -> letters.readRecordsToList().stream())
        .toList();
  }

  private TestRecord<String, Object> testRecord(
      String topic, String key, SpecificRecord event, Traceparent trace) {
    return testRecord(topic, key, event, now, trace);
  }

  private static TestRecord<String, Object> testRecord(
      String topic, String key, SpecificRecord event, Instant at, Traceparent trace) {
    ProducerRecord<String, Object> written =
        EventRecords.of(topic, key, event, EventHeaders.of("/test", at, trace));
    return new TestRecord<>(key, event, written.headers(), at);
  }

  List<TestRecord<String, Object>> records() {
    return seats.readRecordsToList();
  }

  /** The decisions since the last call, one line each. */
  List<String> decisions() {
    return seats.readValuesToList().stream().map(AllocationDriver::line).toList();
  }

  public List<Object> events() {
    return seats.readValuesToList();
  }

  /** How many entries the state has. */
  public long entries() {
    return StoredEntries.all(store(SeatStores.ENTRIES))
        + StoredEntries.all(store(SeatStores.FIGURES));
  }

  /** How many of them belong to backlogs. */
  public long backlogEntries() {
    return StoredEntries.ofBacklogs(store(SeatStores.ENTRIES));
  }

  private KeyValueStore<Bytes, byte[]> store(String name) {
    return driver.getKeyValueStore(name);
  }

  private static String line(Object event) {
    return switch (event) {
      case SeatConfirmed e when e.getGrantId() != null ->
          "%s %s by %s as %s, %d kept"
              .formatted(
                  e.getRsvpId(),
                  e.getPromoted() ? "promoted" : "confirmed",
                  e.getGrantedBy(),
                  e.getGrantReason(),
                  e.getReservedSeats());
      case SeatGrantDeclined e ->
          e.getRsvpId() + (e.getAdded() ? " not added, " : " not seated, ") + e.getReason();
      case SeatConfirmed e -> e.getRsvpId() + (e.getPromoted() ? " promoted" : " confirmed");
      case SeatWaitlisted e -> e.getRsvpId() + " waits with " + e.getWaitlistNumber();
      case SeatReleased e ->
          e.getRsvpId() + " released " + (e.getWasConfirmed() ? "seats" : "place");
      case RsvpDeclined e -> e.getRsvpId() + " declined " + e.getReason();
      case WaitlistClosed e -> e.getRsvpId() + " left waiting";
      case ConfirmationNoted e -> e.getRsvpId() + " proved";
      case ConfirmationAwaited e -> e.getRsvpId() + " reminded";
      case PartyChanged e -> e.getRsvpId() + " changed to " + e.getSeats();
      case PartyChangeDeclined e -> e.getRsvpId() + " stays, " + e.getReason();
      default -> throw new AssertionError("Unexpected " + event);
    };
  }

  @Override
  public void close() {
    driver.close();
  }
}
