package org.doorsopen.bench.mail;

import java.util.Map;

/**
 * @param perSecond mails accepted
 * @param costs microseconds of a processor for each mail, by who took them
 */
record Round(double perSecond, Map<String, Double> costs) {

  /** All that is known of. */
  double cost() {
    return costs.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
