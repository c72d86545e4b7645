package org.doorsopen.rsvp.seats.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.Figures;

/**
 * The figures of each meetup. Every decision reads and writes them, so those of the meetups in use
 * are remembered as they are, beside being stored, and the store writes them once in a commit.
 */
final class MeetupFigures {

  private static final int REMEMBERED = 1_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Figures> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Figures> eldest) {
          return size() > REMEMBERED;
        }
      };

  MeetupFigures(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  Figures of(String meetupId) {
    return latest.computeIfAbsent(meetupId, this::stored);
  }

  private Figures stored(String meetupId) {
    byte[] bytes = store.get(StateKeys.figures(meetupId));
    return bytes == null ? Figures.NONE : StateValues.readFigures(bytes);
  }

  void keep(String meetupId, Figures figures) {
    if (!figures.equals(latest.put(meetupId, figures))) { // who is declined changes nothing of them
      store.put(StateKeys.figures(meetupId), StateValues.write(figures));
    }
  }

  void forget(String meetupId) {
    latest.remove(meetupId);
    store.delete(StateKeys.figures(meetupId));
  }
}
