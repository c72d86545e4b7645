package org.doorsopen.standalone.bench;

/**
 * What was measured; rates are medians per second, times are in milliseconds unless named.
 *
 * @param steadyRate at which latency was measured
 * @param promotionSeconds until the last waiting party's promotion was visible
 * @param longestPause of another meetup in the same partition meanwhile
 * @param usualPause the longest just before
 */
record SeatsFigures(
    SeatsPlan plan,
    Medians rates,
    double steadyRate,
    double p50,
    double p99,
    double promotionSeconds,
    double longestPause,
    double usualPause) {

  static final String RAW = "raw";
  static final String EMPTY = "empty";
  static final String MILLION = "prefilled";
  static final String ROW_LOCKS = "rowLocks";
  static final String ROW_LOCKS_FSYNC = "rowLocksFsync";
  static final String HOT = "Hot";
  static final String SPREAD = "Spread";

  double ratio(String one, String other) {
    return rates.of(one) / rates.of(other);
  }
}
