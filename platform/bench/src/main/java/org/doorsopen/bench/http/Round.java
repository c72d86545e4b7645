package org.doorsopen.bench.http;

import java.util.Map;
import org.doorsopen.bench.http.Load.Answered;

/**
 * One round of load on one server.
 *
 * @param costs microseconds of a processor for each accepted request, by the process that took them
 */
record Round(Answered answered, Map<String, Double> costs) {

  /** The figures that are known. */
  double cost() {
    return costs.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
