package org.doorsopen.bench.seats;

import org.doorsopen.bench.measuring.Medians;

/**
 * The figures of seat allocation; rates are medians per second, costs are in microseconds of a
 * processor for each decision of the hot meetup, times are in milliseconds unless named.
 *
 * @param alone with nothing beside allocation
 * @param withReadModel with the read model beside it
 */
record Figures(
    Plan plan,
    Medians rates,
    Medians costs,
    Steady alone,
    Steady withReadModel,
    Promotions.Result promoted) {

  static final String RAW = "raw";
  static final String ALONE = "alone";
  static final String WITH_READ_MODEL = "withReadModel";
  static final String MILLION = "prefilled";
  static final String ROW_LOCKS = "rowLocks";
  static final String ROW_LOCKS_FSYNC = "rowLocksFsync";
  static final String HOT = "Hot";
  static final String SPREAD = "Spread";

  /**
   * The time from the acknowledgement until the decision is visible.
   *
   * @param rate per second, at which it was measured
   */
  record Steady(double rate, double p50, double p99) {}

  double ratio(String one, String other) {
    return rates.of(one) / rates.of(other);
  }
}
