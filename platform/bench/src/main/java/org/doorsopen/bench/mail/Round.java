package org.doorsopen.bench.mail;

import java.util.Map;

/**
 * @param perSecond mails accepted
 * @param costs microseconds of a processor for each mail, by the process that took them
 */
record Round(double perSecond, Map<String, Double> costs) {

  /** The figures that are known. */
  double cost() {
    return costs.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
