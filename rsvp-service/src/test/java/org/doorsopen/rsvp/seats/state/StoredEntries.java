package org.doorsopen.rsvp.seats.state;

import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.state.StateKeys.Kind;

/** Counts entries, for tests that expect none to be left. */
public final class StoredEntries {

  private StoredEntries() {}

  public static long all(KeyValueStore<Bytes, byte[]> store) {
    return count(store.all());
  }

  /** The deferred commands of all meetups, and one more for each meetup that has a backlog. */
  public static long ofBacklogs(KeyValueStore<Bytes, byte[]> entries) {
    return count(entries.prefixScan(StateKeys.prefix(Kind.BACKLOG), new BytesSerializer()));
  }

  private static long count(KeyValueIterator<Bytes, byte[]> found) {
    long count = 0;
    try (found) {
      for (; found.hasNext(); found.next()) {
        count++;
      }
    }
    return count;
  }
}
