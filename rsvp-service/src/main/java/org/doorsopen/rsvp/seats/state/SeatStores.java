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
 * The state of all meetups of one partition. Their names are parts of the changelog topics' names.
 * {@link StateKeys} says what lies in them.
 */
final class SeatStores {

  /** All that grows with the RSVPs: one store, so that there is one database to open. */
  static final String ENTRIES = "seats";

  /**
   * A small entry for each meetup, which every decision changes: kept in memory, and what is
   * written to the changelog is the last of each commit.
   */
  static final String FIGURES = "figures";

  /** What is read whole at every start is to be compacted before it is long. */
  private static final Map<String, String> SHORT_CHANGELOG =
      Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(8 * 1024 * 1024));

  private SeatStores() {}

  /**
   * @param storage of the entries, by name; {@link Stores#persistentKeyValueStore} where they are
   *     to outlive the process
   */
  static Set<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> storage) {
    return Set.of(
        builder(storage.apply(ENTRIES)).withLoggingEnabled(Map.of()),
        builder(Stores.inMemoryKeyValueStore(FIGURES))
            .withLoggingEnabled(SHORT_CHANGELOG)
            .withCachingEnabled());
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
      KeyValueBytesStoreSupplier storage) {
    return Stores.keyValueStoreBuilder(storage, Serdes.Bytes(), Serdes.ByteArray());
  }

  static KeyValueStore<Bytes, byte[]> entriesOf(ProcessorContext<?, ?> context) {
    return context.getStateStore(ENTRIES);
  }

  static KeyValueStore<Bytes, byte[]> figuresOf(ProcessorContext<?, ?> context) {
    return context.getStateStore(FIGURES);
  }
}
