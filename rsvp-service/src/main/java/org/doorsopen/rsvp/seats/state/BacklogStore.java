package org.doorsopen.rsvp.seats.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.streams.CommandBytes.DeferredCommand;
import org.doorsopen.rsvp.seats.streams.StateKeys.Kind;

/**
 * The meetups that have more to decide than was done in one go, or that are waited for. What comes
 * for such a meetup waits behind it in the order of the log, so that it is decided as if all had
 * been done at once, while other meetups of the partition go on. Whoever takes the partition over
 * finds it in the store.
 */
final class BacklogStore {

  /** The entry that every unfinished meetup has, also while nothing waits behind it. */
  private static final long MARK = 0;

  private static final Turns NONE = new Turns(MARK + 1, MARK + 1);

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Turns> meetups = new HashMap<>();

  /** Those that have something to do now, in the order of their turns. */
  private final LinkedHashSet<String> awake = new LinkedHashSet<>();

  /** The others, which have nothing to do until then. */
  private final Map<String, Instant> resting = new HashMap<>();

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

  BacklogStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.prefixScan(StateKeys.prefix(Kind.UNFINISHED), new BytesSerializer())) {
      // The mark comes first.
      entries.forEachRemaining(entry ->
          meetups.compute(
              StateKeys.meetupIdOfTurn(entry.key),
              (_, turns) -> turns == null ? NONE : turns.with(StateKeys.numberOf(entry.key))));
    }
    awake.addAll(meetups.keySet());
  }

  boolean contains(String meetupId) {
    return meetups.containsKey(meetupId);
  }

  void add(String meetupId) {
    meetups.put(meetupId, NONE);
    awake.add(meetupId);
    store.put(StateKeys.turn(meetupId, MARK), new byte[0]);
  }

  void remove(String meetupId) {
    meetups.remove(meetupId);
    awake.remove(meetupId);
    resting.remove(meetupId);
    store.delete(StateKeys.turn(meetupId, MARK));
  }

  /** Behind all that waits already. */
  void defer(String meetupId, DeferredCommand command) {
    long turn = turns(meetupId).end();
    meetups.replace(meetupId, turns(meetupId).with(turn));
    store.put(StateKeys.turn(meetupId, turn), CommandBytes.write(command));
  }

  /** The one that has waited longest. */
  Optional<DeferredCommand> next(String meetupId) {
    Turns turns = turns(meetupId);
    return turns.none()
        ? Optional.empty()
        : Optional.of(CommandBytes.read(store.get(StateKeys.turn(meetupId, turns.next()))));
  }

  /** It does not wait any more. */
  void removeNext(String meetupId) {
    Turns turns = turns(meetupId);
    meetups.replace(meetupId, turns.withoutNext());
    store.delete(StateKeys.turn(meetupId, turns.next()));
  }

  /** Leaves the meetup alone until then. */
  void rest(String meetupId, Instant until) {
    awake.remove(meetupId);
    resting.put(meetupId, until);
  }

  void wake(String meetupId) {
    resting.remove(meetupId);
    awake.add(meetupId);
  }

  /** All whose rest is over at that instant. */
  void wakeUntil(Instant now) {
    resting.entrySet().stream()
        .filter(it -> !it.getValue().isAfter(now))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::wake);
  }

  boolean isAwake(String meetupId) {
    return awake.contains(meetupId);
  }

  boolean somebodyIsAwake() {
    return !awake.isEmpty();
  }

  /** One after the other. */
  Optional<String> nextAwake() {
    Optional<String> next = awake.stream().findFirst();
    next.ifPresent(awake::addLast);
    return next;
  }

  private Turns turns(String meetupId) {
    return meetups.getOrDefault(meetupId, NONE);
  }
}
