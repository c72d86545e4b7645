package org.doorsopen.rsvp.seats.state;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The two stores that hold the state of all meetups of a partition. The names of their changelog
 * topics contain the names of the stores. {@link StateKeys} lists the entries.
 */
public final class SeatStores {

  /** Everything that grows with the RSVPs: one store, so that there is one database to open. */
  public static final String ENTRIES = "seats";

  /**
   * A small entry for each meetup, which every decision changes. The store is in memory, and only
   * the last value of each commit goes to the changelog.
   */
  public static final String FIGURES = "figures";

  /** An instance whose clock is ahead must not be refused its changes. */
  private static final String STAMPED_BY_THE_BROKER = "LogAppendTime";

  /** Small segments, so that the changelog, which every start reads whole, is compacted early. */
  private static final Map<String, String> SHORT_CHANGELOG =
      Map.of(
          TopicConfig.SEGMENT_BYTES_CONFIG,
          Integer.toString(8 * 1024 * 1024),
          TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
          STAMPED_BY_THE_BROKER);

  private SeatStores() {}

  /**
   * @param storage makes the store of the entries from its name; {@link
   *     Stores#persistentKeyValueStore} where they are to outlive the process
   */
  public static Set<StoreBuilder<?>> builders(
      Function<String, KeyValueBytesStoreSupplier> storage) {
    return Set.of(
        builder(storage.apply(ENTRIES))
            .withLoggingEnabled(
                Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, STAMPED_BY_THE_BROKER)),
        builder(Stores.inMemoryKeyValueStore(FIGURES))
            .withLoggingEnabled(SHORT_CHANGELOG)
            .withCachingEnabled());
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
      KeyValueBytesStoreSupplier storage) {
    return Stores.keyValueStoreBuilder(storage, Serdes.Bytes(), Serdes.ByteArray());
  }

  public static KeyValueStore<Bytes, byte[]> entriesOf(ProcessorContext<?, ?> context) {
    return context.getStateStore(ENTRIES);
  }

  public static KeyValueStore<Bytes, byte[]> figuresOf(ProcessorContext<?, ?> context) {
    return context.getStateStore(FIGURES);
  }
}
