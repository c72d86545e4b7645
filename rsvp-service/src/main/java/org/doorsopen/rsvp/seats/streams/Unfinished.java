package org.doorsopen.rsvp.seats.streams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.streams.CommandValues.TracedCommand;
import org.doorsopen.rsvp.seats.streams.StateKeys.Kind;
import org.doorsopen.schemas.Traceparent;

/**
 * The meetups that have more to decide than was done in one go. What comes for such a meetup waits
 * behind it in the order of the log, so that it is decided as if all had been done at once, while
 * other meetups of the partition go on. Whoever takes the partition over finds it in the store.
 */
final class Unfinished {

  /** The entry that every unfinished meetup has, also while nothing waits behind it. */
  private static final long MARK = 0;

  private static final Turns NONE = new Turns(MARK + 1, MARK + 1);

  private final KeyValueStore<Bytes, byte[]> store;
  private final LinkedHashMap<String, Turns> meetups = new LinkedHashMap<>();

  /**
   * The commands that wait behind a meetup are numbered without gaps.
   *
   * @param end after the last
   */
  private record Turns(long next, long end) {

    boolean none() {
      return next == end;
    }

    Turns with(long turn) {
      return new Turns(none() ? turn : next, turn + 1);
    }

    Turns withoutNext() {
      return new Turns(next + 1, end);
    }
  }

  Unfinished(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.prefixScan(StateKeys.prefix(Kind.UNFINISHED), new BytesSerializer())) {
      // The mark comes first.
      entries.forEachRemaining(entry ->
          meetups.compute(
              StateKeys.meetupIdOfTurn(entry.key),
              (_, turns) -> turns == null ? NONE : turns.with(StateKeys.numberOf(entry.key))));
    }
  }

  boolean isEmpty() {
    return meetups.isEmpty();
  }

  boolean contains(String meetupId) {
    return meetups.containsKey(meetupId);
  }

  void add(String meetupId) {
    if (meetups.putIfAbsent(meetupId, NONE) == null) {
      store.put(StateKeys.turn(meetupId, MARK), new byte[0]);
    }
  }

  void remove(String meetupId) {
    meetups.remove(meetupId);
    store.delete(StateKeys.turn(meetupId, MARK));
  }

  /** Behind all that waits already. */
  void defer(String meetupId, SeatCommand command, Traceparent trace) {
    long turn = turns(meetupId).end();
    meetups.replace(meetupId, turns(meetupId).with(turn));
    store.put(
        StateKeys.turn(meetupId, turn), CommandValues.write(new TracedCommand(command, trace)));
  }

  /** The one that has waited longest; it does not wait any more. */
  Optional<TracedCommand> takeNext(String meetupId) {
    Turns turns = turns(meetupId);
    if (turns.none()) {
      return Optional.empty();
    }
    meetups.replace(meetupId, turns.withoutNext());
    return Optional.of(CommandValues.read(store.delete(StateKeys.turn(meetupId, turns.next()))));
  }

  /** One after the other. */
  String nextMeetup() {
    Map.Entry<String, Turns> meetup = meetups.pollFirstEntry();
    meetups.putLast(meetup.getKey(), meetup.getValue());
    return meetup.getKey();
  }

  private Turns turns(String meetupId) {
    return meetups.getOrDefault(meetupId, NONE);
  }
}
