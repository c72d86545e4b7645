package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;

/**
 * Whether records come one by one or in crowds. A commit costs the same for one decision as for a
 * thousand: who comes alone is not kept waiting for others, and crowds share one.
 */
final class CommitTiming {

  private static final long LENGTH_MILLIS = Duration.ofMillis(50).toMillis();

  private volatile long lastMillis;

  /** Whether nothing has come for a while before this instant, at which something comes. */
  boolean endsAt(long nowMillis) {
    boolean ends = nowMillis - lastMillis >= LENGTH_MILLIS;
    lastMillis = nowMillis;
    return ends;
  }
}
