package org.doorsopen.rsvp.seats.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.rsvp.seats.streams.StateKeys.Kind;

/**
 * When something is to be done without anybody asking. An entry is a reminder to look, not an
 * order: windows move, and the figures say what is due.
 */
final class DueDates {

  /** How long after its end a meetup's state is kept. */
  static final Duration KEPT = Duration.ofDays(60);

  /** What one look at the clock may drop, so that it does not hold up decisions. */
  private static final int DROPPED_AT_ONCE = 10_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final MeetupFigures figures;
  private final Map<String, Noted> noted = new HashMap<>();

  /** What deadlines follow from. */
  private record Noted(Terms terms, boolean owesWord) {}

  DueDates(KeyValueStore<Bytes, byte[]> store, MeetupFigures figures) {
    this.store = store;
    this.figures = figures;
  }

  /** After a decision at that instant. */
  void note(String meetupId, Figures figures, Instant at) {
    Terms terms = figures.terms();
    if (terms == null) {
      put(at.plus(KEPT), Due.FORGET, meetupId);
      return;
    }
    Noted now = new Noted(terms, figures.owesWord());
    if (now.equals(noted.put(meetupId, now))) {
      return; // most decisions change nothing of it
    }
    put(terms.endsAt().plus(KEPT), Due.FORGET, meetupId);
    if (!terms.cancelled() && now.owesWord()) {
      put(terms.promotionsEndAt(), Due.CLOSE_PROMOTIONS, meetupId);
    }
  }

  private void put(Instant at, Due deadline, String meetupId) {
    Bytes key = StateKeys.deadline(at, deadline, meetupId);
    if (store.get(key) == null) {
      store.put(key, new byte[0]);
    }
  }

  List<Bytes> dueAt(Instant now) {
    List<Bytes> due = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.range(StateKeys.prefix(Kind.DEADLINE), StateKeys.deadlinesUpTo(now))) {
      entries.forEachRemaining(entry -> due.add(entry.key));
    }
    return due;
  }

  void done(Bytes deadline) {
    store.delete(deadline);
    noted.remove(StateKeys.meetupIdOf(deadline));
  }

  /**
   * Drops a bounded part of the meetup's state.
   *
   * @return whether nothing is left
   */
  boolean forget(String meetupId) {
    int left = DROPPED_AT_ONCE;
    for (Kind kind : List.of(Kind.WAITING, Kind.ATTENDEE, Kind.RSVP)) {
      left -= drop(StateKeys.prefix(kind, meetupId), left);
    }
    if (left > 0) {
      figures.forget(meetupId);
    }
    return left > 0;
  }

  private int drop(Bytes prefix, int most) {
    List<Bytes> keys = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.prefixScan(prefix, new BytesSerializer())) {
      while (entries.hasNext() && keys.size() < most) {
        keys.add(entries.next().key);
      }
    }
    keys.forEach(store::delete);
    return keys.size();
  }
}
