package org.doorsopen.rsvp.seats.domain;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.doorsopen.rsvp.seats.domain.SeatCommand.WaitlistCommand;
import org.jspecify.annotations.Nullable;

/**
 * The part of a meetup's state that does not grow with its attendees.
 *
 * @param terms null before the first publication
 * @param waiting by party size, without sizes of which no party waits
 * @param nextNumber the number of the next ticket
 * @param toldUpTo parties with tickets up to this number were told that promotions ended
 * @param reservedTaken how many of the confirmed seats are of those that are kept (rule 15)
 * @param unfinished a command that was too large for one go, to be decided again before any other
 */
public record Figures(
    @Nullable Terms terms,
    int confirmedSeats,
    NavigableMap<Integer, Queue> waiting,
    long nextNumber,
    long toldUpTo,
    int reservedTaken,
    @Nullable WaitlistCommand unfinished) {

  /** The figures of a meetup of which nothing is known. */
  public static final Figures NONE = new Figures(null, 0, new TreeMap<>(), 1, 0, 0, null);

  /**
   * The waiting parties of one size.
   *
   * @param firstFrom no ticket of the queue is smaller, so a search for the first begins here
   */
  public record Queue(int parties, long firstFrom) {}

  public int version() {
    return terms == null ? 0 : terms.version();
  }

  public int capacity() {
    return terms == null ? 0 : terms.capacity();
  }

  public int waitlistedParties() {
    return waiting.values().stream().mapToInt(Queue::parties).sum();
  }

  /** Whether the party with that ticket was told that promotions ended. */
  boolean told(long number) {
    return number <= toldUpTo;
  }

  /** Whether any party may be waiting that was not told that promotions ended. */
  public boolean owesWord() {
    return waitlistedParties() > 0 && toldUpTo < nextNumber - 1;
  }

  /**
   * The seats that are free to everybody: those that are kept are not among them (rule 15). 0 where
   * a smaller capacity left more seats confirmed than there are (rule 4).
   */
  int free() {
    return Math.max(0, capacity() - confirmedSeats - kept());
  }

  /** All seats that nobody has, those that are kept among them. */
  int empty() {
    return Math.max(0, capacity() - confirmedSeats);
  }

  /** The kept seats that nobody has. There may be fewer free ones, if more were taken before. */
  int kept() {
    return terms == null ? 0 : Math.max(0, terms.reservedSeats() - reservedTaken);
  }

  Figures with(Terms revised) {
    return new Figures(
        revised, confirmedSeats, waiting, nextNumber, toldUpTo, reservedTaken, unfinished);
  }

  Figures withConfirmed(int more) {
    return withConfirmed(more, 0);
  }

  /**
   * @param moreReserved of the kept seats
   */
  Figures withConfirmed(int more, int moreReserved) {
    return new Figures(
        terms,
        confirmedSeats + more,
        waiting,
        nextNumber,
        toldUpTo,
        reservedTaken + moreReserved,
        unfinished);
  }

  Figures withToldUpTo(long number) {
    return new Figures(
        terms, confirmedSeats, waiting, nextNumber, number, reservedTaken, unfinished);
  }

  Figures withUnfinished(@Nullable WaitlistCommand left) {
    return new Figures(terms, confirmedSeats, waiting, nextNumber, toldUpTo, reservedTaken, left);
  }

  /** With one more party, which takes the next ticket. */
  Figures withOneMoreWaiting(int size) {
    Queue queue = waiting.getOrDefault(size, new Queue(0, nextNumber));
    return withQueue(size, new Queue(queue.parties() + 1, queue.firstFrom()), nextNumber + 1);
  }

  Figures withOneLessWaiting(int size) {
    return withOneLessWaiting(size, waiting.get(size).firstFrom());
  }

  /**
   * @param firstFrom where a search for the next party of that size begins
   */
  Figures withOneLessWaiting(int size, long firstFrom) {
    int parties = waiting.get(size).parties() - 1;
    return withQueue(size, new Queue(parties, firstFrom), nextNumber);
  }

  /** With a waiting party in the queue of another size, where its ticket may be the first. */
  Figures withResized(int former, int size, long number) {
    Figures left = withOneLessWaiting(former);
    Queue queue = left.waiting.getOrDefault(size, new Queue(0, number));
    long firstFrom = Math.min(queue.firstFrom(), number);
    return left.withQueue(size, new Queue(queue.parties() + 1, firstFrom), nextNumber);
  }

  private Figures withQueue(int size, Queue queue, long next) {
    NavigableMap<Integer, Queue> queues = replaced(size, queue);
    return new Figures(terms, confirmedSeats, queues, next, toldUpTo, reservedTaken, unfinished);
  }

  private NavigableMap<Integer, Queue> replaced(int size, Queue queue) {
    NavigableMap<Integer, Queue> changed = new TreeMap<>(waiting);
    if (queue.parties() == 0) {
      changed.remove(size);
    } else {
      changed.put(size, queue);
    }
    return changed;
  }
}
