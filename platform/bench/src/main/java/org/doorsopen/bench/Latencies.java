package org.doorsopen.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** From acknowledged to visible. */
record Latencies(long[] sortedNanos) {

  static Latencies of(AtomicLongArray acknowledged, Arrivals arrivals) {
    return of(acknowledged, arrivals, acknowledged.length());
  }

  /** Of the first of them. */
  static Latencies of(AtomicLongArray acknowledged, Arrivals arrivals, int some) {
    long[] nanos = new long[some];
    for (int i = 0; i < nanos.length; i++) {
      // The decision may be read before our own producer's callback has run.
      nanos[i] = Math.max(0, arrivals.at(i) - acknowledged.get(i));
    }
    Arrays.sort(nanos);
    return new Latencies(nanos);
  }

  /** In milliseconds. */
  double quantile(double share) {
    return sortedNanos[(int) Math.min(sortedNanos.length - 1L, (long) (sortedNanos.length * share))]
        / 1e6;
  }

  /** In milliseconds. */
  double longest() {
    return sortedNanos[sortedNanos.length - 1] / 1e6;
  }
}
