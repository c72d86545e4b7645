package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;

/**
 * Tells records that come one by one from crowds. A commit costs the same for one decision as for a
 * thousand, so crowds share a commit, and a single record gets one at once.
 */
final class CommitTiming {

  private static final long SILENCE_MILLIS = Duration.ofMillis(50).toMillis();

  private volatile long lastMillis;

  /**
   * Called for each record.
   *
   * @return whether no record came for a while before this one
   */
  boolean endsSilence(long nowMillis) {
    boolean ends = nowMillis - lastMillis >= SILENCE_MILLIS;
    lastMillis = nowMillis;
    return ends;
  }
}
