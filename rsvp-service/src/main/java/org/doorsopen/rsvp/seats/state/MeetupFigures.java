package org.doorsopen.rsvp.seats.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.Figures;

/**
 * The figures of each meetup. Every decision reads and writes them, so those of the meetups in use
 * are kept as objects beside the stored bytes, and the store writes them once in a commit.
 */
public final class MeetupFigures {

  private static final int MAX_CACHED = 1_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Figures> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Figures> eldest) {
          return size() > MAX_CACHED;
        }
      };

  public MeetupFigures(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** {@link Figures#NONE} for a meetup of which nothing is known. */
  public Figures of(String meetupId) {
    return cache.computeIfAbsent(meetupId, this::stored);
  }

  private Figures stored(String meetupId) {
    byte[] bytes = store.get(StateKeys.figures(meetupId));
    return bytes == null ? Figures.NONE : FiguresBytes.read(bytes);
  }

  void keep(String meetupId, Figures figures) {
    if (!figures.equals(cache.put(meetupId, figures))) { // a refusal changes no figures
      store.put(StateKeys.figures(meetupId), FiguresBytes.write(figures));
    }
  }

  void forget(String meetupId) {
    cache.remove(meetupId);
    store.delete(StateKeys.figures(meetupId));
  }
}
