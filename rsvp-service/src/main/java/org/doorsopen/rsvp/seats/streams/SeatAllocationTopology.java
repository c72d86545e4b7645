package org.doorsopen.rsvp.seats.streams;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.state.SeatStores;
import org.doorsopen.schemas.Topics;

/**
 * Reads {@code rsvps} and {@code schedules}, writes {@code seats}. All three have the same number
 * of partitions and the meetup as their key, so a meetup stays in one partition, and one thread at
 * a time decides about it.
 */
final class SeatAllocationTopology {

  private SeatAllocationTopology() {}

  static Topology of(StreamsConfig settings, Serde<Object> events, Pace pace) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(settings));
    build(builder, events, pace, SeatAllocation::decide, Stores::persistentKeyValueStore);
    return builder.build();
  }

  /**
   * @param storage makes the store of the entries from its name
   */
  static void build(
      StreamsBuilder builder,
      Serde<Object> events,
      Pace pace,
      Decider decider,
      Function<String, KeyValueBytesStoreSupplier> storage) {
    builder.stream(List.of(Topics.RSVPS, Topics.SCHEDULES), Consumed.with(Serdes.String(), events))
        .process(
            new Allocators(pace, decider, new CommitTiming(), storage), Named.as("seat-allocator"))
        .to(Topics.SEATS, Produced.with(Serdes.String(), events).withName("decisions"));
  }

  private record Allocators(
      Pace pace,
      Decider decider,
      CommitTiming commitTiming,
      Function<String, KeyValueBytesStoreSupplier> storage)
      implements ProcessorSupplier<String, Object, String, Object> {

    @Override
    public Processor<String, Object, String, Object> get() {
      return new SeatAllocator(pace, decider, commitTiming);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return SeatStores.builders(storage);
    }
  }
}
