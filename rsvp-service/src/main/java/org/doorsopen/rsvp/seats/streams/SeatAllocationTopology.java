package org.doorsopen.rsvp.seats.streams;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.reading.LogTime;
import org.doorsopen.rsvp.seats.reading.Received;
import org.doorsopen.rsvp.seats.reading.SchedulesRead;
import org.doorsopen.rsvp.seats.state.SeatStores;
import org.doorsopen.schemas.Topics;

/**
 * Reads {@code rsvps} and {@code schedules}, writes {@code seats}. All three have the same number
 * of partitions and the meetup as their key, so a meetup stays in one partition, and one thread at
 * a time decides about it. What cannot be read goes to the dead letters of its topic, in the
 * transaction that moves on from it.
 */
final class SeatAllocationTopology {

  private static final String SOURCE = "requests-and-schedules";
  private static final String ALLOCATOR = "seat-allocator";

  private SeatAllocationTopology() {}

  static Topology of(
      StreamsConfig settings,
      Serde<Object> events,
      Pace pace,
      SchedulesRead schedules,
      Consumer<String> deadLetters) {
    return build(
        new Topology(new TopologyConfig(settings)),
        events,
        new Surroundings(
            pace, SeatAllocation::decide, InstantSource.system(), schedules, deadLetters),
        Stores::persistentKeyValueStore);
  }

  /**
   * @param storage makes the store of the entries from its name
   */
  static Topology build(
      Topology topology,
      Serde<Object> events,
      Surroundings surroundings,
      Function<String, KeyValueBytesStoreSupplier> storage) {
    return topology
        .addSource(
            AutoOffsetReset.earliest(),
            SOURCE,
            new LogTime(surroundings.clock()),
            new ByteArrayDeserializer(),
            Received.serde(events).deserializer(),
            Topics.RSVPS,
            Topics.SCHEDULES)
        .addProcessor(ALLOCATOR, new Allocators(surroundings, new CommitTiming(), storage), SOURCE)
        .addSink(
            DecisionMaker.SINK,
            Topics.SEATS,
            new StringSerializer(),
            events.serializer(),
            ALLOCATOR)
        .addSink(
            SeatAllocator.DEAD_LETTERS,
            (_, _, read) -> Topics.deadLettersOf(read.topic()),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            ALLOCATOR);
  }

  private record Allocators(
      Surroundings surroundings,
      CommitTiming commitTiming,
      Function<String, KeyValueBytesStoreSupplier> storage)
      implements ProcessorSupplier<byte[], Received, Object, Object> {

    @Override
    public Processor<byte[], Received, Object, Object> get() {
      return new SeatAllocator(surroundings, commitTiming);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return SeatStores.builders(storage);
    }
  }
}
