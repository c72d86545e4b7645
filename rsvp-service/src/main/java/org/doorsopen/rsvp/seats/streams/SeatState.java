package org.doorsopen.rsvp.seats.streams;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The state of all meetups of one partition: one store, so that there is one database to open and
 * one changelog to write. Its name is part of the changelog topic's name. {@link StateKeys} says
 * what lies in it.
 */
final class SeatState {

  static final String NAME = "seats";

  private SeatState() {}

  /**
   * @param storage by name; {@link Stores#persistentKeyValueStore} where state is to outlive the
   *     process
   */
  static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
      Function<String, KeyValueBytesStoreSupplier> storage) {
    return Stores.keyValueStoreBuilder(storage.apply(NAME), Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingEnabled(Map.of());
  }

  static KeyValueStore<Bytes, byte[]> of(ProcessorContext<?, ?> context) {
    return context.getStateStore(NAME);
  }
}
