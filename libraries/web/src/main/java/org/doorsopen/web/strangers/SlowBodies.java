package org.doorsopen.web.strangers;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The places of bodies that are waited for. When all are taken, the body that has waited longest
 * gives way: an honest one needs its place for a moment, so many slow ones only end each other.
 */
final class SlowBodies {

  /** Bytes a second; what comes more slowly is no client that anybody would wait for. */
  static final long MIN_RATE = 1_024;

  private final SequencedSet<GuardedBody> waiting = new LinkedHashSet<>();
  private final int places;
  private final long graceNanos;

  /**
   * @param grace how long a body may take whatever its size
   */
  SlowBodies(int places, Duration grace) {
    this.places = places;
    this.graceNanos = grace.toNanos();
  }

  synchronized void enter(GuardedBody body) {
    if (waiting.size() >= places) {
      waiting.removeFirst().evict();
    }
    waiting.addLast(body);
  }

  synchronized void leave(GuardedBody body) {
    waiting.remove(body);
  }

  synchronized int waiting() {
    return waiting.size();
  }

  /**
   * Those that are to end by the end of their connection, as they wait within Tomcat: nothing else
   * wakes them.
   */
  synchronized List<GuardedBody> late(long now) {
    return waiting.stream().filter(body -> body.isLate(now)).toList();
  }

  long allowedNanos(long received) {
    return graceNanos + received * 1_000_000_000L / MIN_RATE;
  }
}
