package org.doorsopen.bench.measuring;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntToLongFunction;

/** The times from the acknowledgement of a request to the moment when its decision can be read. */
public record Latencies(long[] sortedNanos) {

  public static Latencies of(AtomicLongArray acknowledged, IntToLongFunction arrivals) {
    return of(acknowledged, arrivals, acknowledged.length());
  }

  /** The latencies of the first requests only. */
  public static Latencies of(AtomicLongArray acknowledged, IntToLongFunction arrivals, int some) {
    long[] nanos = new long[some];
    for (int i = 0; i < nanos.length; i++) {
      // The decision may be read before our own producer's callback has run.
      nanos[i] = Math.max(0, arrivals.applyAsLong(i) - acknowledged.get(i));
    }
    Arrays.sort(nanos);
    return new Latencies(nanos);
  }

  /** The quantile in milliseconds; 0.5 is the median. */
  public double quantile(double share) {
    return sortedNanos[(int) Math.min(sortedNanos.length - 1L, (long) (sortedNanos.length * share))]
        / 1e6;
  }

  /** The longest latency in milliseconds. */
  public double longest() {
    return sortedNanos[sortedNanos.length - 1] / 1e6;
  }
}
