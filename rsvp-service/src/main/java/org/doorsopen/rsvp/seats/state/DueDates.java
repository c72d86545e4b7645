package org.doorsopen.rsvp.seats.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.Deadline;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.rsvp.seats.state.DueDate.Due;
import org.doorsopen.rsvp.seats.state.StateKeys.Kind;

/**
 * When something is to be done about a meetup although no record asks for it. A due date is a
 * reminder to look, not an order: windows move, and the figures tell what is really due.
 */
public final class DueDates {

  /** How long after its end a meetup's state is kept. */
  public static final Duration KEPT = Duration.ofDays(60);

  /** How many entries one look at the clock may drop, so that it does not hold up decisions. */
  private static final int MAX_DROPPED_AT_ONCE = 10_000;

  private final KeyValueStore<Bytes, byte[]> store;
  private final MeetupFigures figures;
  private final Map<String, Basis> noted = new HashMap<>();
  private Optional<Instant> next;

  /** Everything that a meetup's due dates follow from. */
  private record Basis(Terms terms, boolean owesWord) {}

  /**
   * @param store of the entries
   */
  public DueDates(KeyValueStore<Bytes, byte[]> store, MeetupFigures figures) {
    this.store = store;
    this.figures = figures;
    this.next = first();
  }

  /** When something is due next, which may have passed; nothing is read for it. */
  public Optional<Instant> next() {
    return next;
  }

  private Optional<Instant> first() {
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.prefixScan(StateKeys.prefix(Kind.DUE_DATE), new BytesSerializer())) {
      return entries.hasNext()
          ? Optional.of(StateKeys.dueDateOf(entries.next().key).at())
          : Optional.empty();
    }
  }

  /**
   * Notes what will be due; called after each command.
   *
   * @param at the instant of the command
   */
  public void note(String meetupId, Figures figures, Instant at) {
    Terms terms = figures.terms();
    if (terms == null) {
      put(new DueDate(at.plus(KEPT), Due.FORGET, meetupId));
      return;
    }
    Basis basis = new Basis(terms, figures.owesWord());
    if (basis.equals(noted.put(meetupId, basis))) {
      return; // as after most decisions
    }
    put(new DueDate(terms.endsAt().plus(KEPT), Due.FORGET, meetupId));
    if (!terms.cancelled() && basis.owesWord()) {
      put(new DueDate(terms.promotionsEndAt(), Due.CLOSE_PROMOTIONS, meetupId));
    }
  }

  /** Notes that something is due about parties of the meetup whose address is not confirmed. */
  public void note(String meetupId, Deadline deadline) {
    put(new DueDate(deadline.remindAt(), Due.CHECK_CONFIRMATIONS, meetupId));
    put(new DueDate(deadline.until(), Due.CHECK_CONFIRMATIONS, meetupId));
  }

  private void put(DueDate date) {
    Bytes key = StateKeys.dueDate(date);
    if (store.get(key) == null) {
      store.put(key, new byte[0]);
    }
    if (next.isEmpty() || date.at().isBefore(next.get())) {
      next = Optional.of(date.at());
    }
  }

  /** All due dates up to that instant that are not done, the earliest first. */
  public List<DueDate> until(Instant now) {
    List<DueDate> dates = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.range(StateKeys.prefix(Kind.DUE_DATE), StateKeys.dueDatesUpTo(now))) {
      entries.forEachRemaining(entry -> dates.add(StateKeys.dueDateOf(entry.key)));
    }
    return dates;
  }

  /** Drops a due date that was dealt with. */
  public void done(DueDate date) {
    store.delete(StateKeys.dueDate(date));
    noted.remove(date.meetupId());
    next = first();
  }

  /**
   * Drops a bounded part of the meetup's state.
   *
   * @return whether nothing is left
   */
  public boolean forget(String meetupId) {
    int left = MAX_DROPPED_AT_ONCE;
    for (Kind kind : List.of(Kind.WAITING, Kind.AWAITED, Kind.CHANGE, Kind.ATTENDEE, Kind.RSVP)) {
      left -= drop(StateKeys.prefix(kind, meetupId), left);
    }
    if (left > 0) {
      figures.forget(meetupId);
    }
    return left > 0;
  }

  private int drop(Bytes prefix, int max) {
    List<Bytes> keys = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.prefixScan(prefix, new BytesSerializer())) {
      while (entries.hasNext() && keys.size() < max) {
        keys.add(entries.next().key);
      }
    }
    keys.forEach(store::delete);
    return keys.size();
  }
}
