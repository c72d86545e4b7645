package org.doorsopen.rsvp.seats.streams;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The state of all meetups of one partition. Names are part of the changelog topics' names.
 *
 * @param figures by meetup
 * @param rsvps by meetup and rsvpId
 * @param attendees by meetup and attendeeId: the RSVP that is confirmed or waits
 * @param waitlist by meetup, party size and ticket: the RSVP
 * @param deadlines by instant, kind and meetup; no value
 * @param unfinished by meetup and turn: what is to be decided when the meetup has caught up
 */
record SeatStores(
    KeyValueStore<Bytes, byte[]> figures,
    KeyValueStore<Bytes, byte[]> rsvps,
    KeyValueStore<Bytes, byte[]> attendees,
    KeyValueStore<Bytes, byte[]> waitlist,
    KeyValueStore<Bytes, byte[]> deadlines,
    KeyValueStore<Bytes, byte[]> unfinished) {

  private static final String FIGURES = "seats-figures";
  private static final String RSVPS = "seats-rsvps";
  private static final String ATTENDEES = "seats-attendees";
  private static final String WAITLIST = "seats-waitlist";
  private static final String DEADLINES = "seats-deadlines";
  private static final String UNFINISHED = "seats-unfinished";

  /**
   * @param storage by name; {@link Stores#persistentKeyValueStore} where state is to outlive the
   *     process
   */
  static Set<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> storage) {
    return Stream.of(
            builder(storage.apply(FIGURES)).withCachingEnabled(),
            builder(storage.apply(RSVPS)),
            builder(storage.apply(ATTENDEES)),
            builder(storage.apply(WAITLIST)),
            builder(storage.apply(DEADLINES)),
            builder(storage.apply(UNFINISHED)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Only figures are written again and again; a cache before the others would cost, not save. */
  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(
      KeyValueBytesStoreSupplier storage) {
    return Stores.keyValueStoreBuilder(storage, Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingEnabled(Map.of());
  }

  static SeatStores of(ProcessorContext<?, ?> context) {
    return new SeatStores(
        context.getStateStore(FIGURES),
        context.getStateStore(RSVPS),
        context.getStateStore(ATTENDEES),
        context.getStateStore(WAITLIST),
        context.getStateStore(DEADLINES),
        context.getStateStore(UNFINISHED));
  }
}
