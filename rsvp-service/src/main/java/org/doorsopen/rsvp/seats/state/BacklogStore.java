package org.doorsopen.rsvp.seats.state;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.state.StateKeys.Kind;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;

/**
 * The backlogs: of meetups that have more to decide than was decided in one go, and of meetups
 * whose terms have not come yet. New commands for such a meetup join its backlog in the order of
 * the log, so that they are decided as if everything before them had been decided at once, while
 * other meetups of the partition go on. The instance that takes over the partition finds the
 * backlogs in the store.
 */
public final class BacklogStore {

  /** The turn of the entry that every backlog has, even one without commands. */
  private static final long MARK = 0;

  private static final Turns NONE = new Turns(MARK + 1, MARK + 1);

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, Turns> meetups = new HashMap<>();

  /** The meetups that have something to do now, in the order in which they get their goes. */
  private final LinkedHashSet<String> awake = new LinkedHashSet<>();

  /** The other meetups, which have nothing to do until the instant. */
  private final Map<String, Instant> resting = new HashMap<>();

  /** The meetups of which a schedule cannot be read. */
  private final Set<String> held = new HashSet<>();

  /**
   * The turns of a meetup's deferred commands, which are numbered without gaps.
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

  /**
   * @param store of the entries, whose backlogs are all awake at first
   */
  public BacklogStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.prefixScan(StateKeys.prefix(Kind.BACKLOG), new BytesSerializer())) {
      // The mark comes first.
      entries.forEachRemaining(entry ->
          meetups.compute(
              StateKeys.meetupIdOfTurn(entry.key),
              (_, turns) -> turns == null ? NONE : turns.with(StateKeys.numberOf(entry.key))));
    }
    awake.addAll(meetups.keySet());
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.prefixScan(StateKeys.prefix(Kind.HOLD), new BytesSerializer())) {
      entries.forEachRemaining(entry -> held.add(StateKeys.meetupIdOfHold(entry.key)));
    }
  }

  /**
   * Begins a backlog where there is none, which nothing leaves before {@link #release}.
   *
   * @param cause the trace of the record that cannot be read
   */
  public void hold(String meetupId, Traceparent cause) {
    add(meetupId, cause);
    held.add(meetupId);
    store.put(StateKeys.hold(meetupId), new byte[0]);
  }

  /** Whether the meetup waits for a schedule that can be read. */
  public boolean isHeld(String meetupId) {
    return held.contains(meetupId);
  }

  /** Ends {@link #hold}; the backlog goes on. */
  public void release(String meetupId) {
    if (held.remove(meetupId)) {
      store.delete(StateKeys.hold(meetupId));
      wake(meetupId);
    }
  }

  /** Leaves the meetup alone until it is woken. */
  public void sleep(String meetupId) {
    awake.remove(meetupId);
    resting.remove(meetupId);
  }

  /** Whether the meetup has a backlog. */
  public boolean contains(String meetupId) {
    return meetups.containsKey(meetupId);
  }

  /**
   * Begins a backlog where there is none, and wakes the meetup.
   *
   * @param cause the trace of the record that has more to be decided, or that waits first
   */
  public void add(String meetupId, Traceparent cause) {
    meetups.putIfAbsent(meetupId, NONE);
    wake(meetupId);
    store.put(StateKeys.turn(meetupId, MARK), cause.value().getBytes(US_ASCII));
  }

  /** The trace last given to {@link #add}; a fresh one if an earlier release added the meetup. */
  public Traceparent causeOf(String meetupId) {
    byte @Nullable [] mark = store.get(StateKeys.turn(meetupId, MARK));
    return Traceparent.parse(mark == null ? null : new String(mark, US_ASCII));
  }

  /** Ends the meetup's backlog, which has no commands any more. */
  public void remove(String meetupId) {
    meetups.remove(meetupId);
    awake.remove(meetupId);
    resting.remove(meetupId);
    store.delete(StateKeys.turn(meetupId, MARK));
  }

  /** Appends a command to the meetup's backlog. */
  public void defer(String meetupId, DeferredCommand command) {
    long turn = turns(meetupId).end();
    meetups.replace(meetupId, turns(meetupId).with(turn));
    store.put(StateKeys.turn(meetupId, turn), CommandBytes.write(command));
  }

  /** The command that has waited longest, which stays in the backlog. */
  public Optional<DeferredCommand> next(String meetupId) {
    Turns turns = turns(meetupId);
    return turns.none()
        ? Optional.empty()
        : Optional.of(CommandBytes.read(store.get(StateKeys.turn(meetupId, turns.next()))));
  }

  /** Takes the command that has waited longest out of the backlog. */
  public void removeNext(String meetupId) {
    Turns turns = turns(meetupId);
    meetups.replace(meetupId, turns.withoutNext());
    store.delete(StateKeys.turn(meetupId, turns.next()));
  }

  /** Leaves the meetup alone until the instant. */
  public void rest(String meetupId, Instant until) {
    awake.remove(meetupId);
    resting.put(meetupId, until);
  }

  /** Gives the meetup goes again. */
  public void wake(String meetupId) {
    resting.remove(meetupId);
    awake.add(meetupId);
  }

  /** When the first rest ends. */
  public Optional<Instant> nextWaking() {
    return resting.values().stream().min(Comparator.naturalOrder());
  }

  /** Wakes the meetups whose rest has ended by that instant. */
  public void wakeUntil(Instant now) {
    resting.entrySet().stream()
        .filter(rest -> !rest.getValue().isAfter(now))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::wake);
  }

  /** Whether the meetup gets goes. */
  public boolean isAwake(String meetupId) {
    return awake.contains(meetupId);
  }

  /** Whether any meetup gets goes. */
  public boolean hasAwake() {
    return !awake.isEmpty();
  }

  /** The meetup whose go it is; each call takes the next one in turn. */
  public Optional<String> nextAwake() {
    Optional<String> next = awake.stream().findFirst();
    next.ifPresent(awake::addLast);
    return next;
  }

  private Turns turns(String meetupId) {
    return meetups.getOrDefault(meetupId, NONE);
  }
}
