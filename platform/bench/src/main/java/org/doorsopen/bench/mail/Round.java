package org.doorsopen.bench.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * @param perSecond mails accepted
 * @param costs microseconds of a processor for each mail, by the process that took them
 */
record Round(double perSecond, Map<String, Double> costs) {

  /** One round of several turns of as many mails each: as long as all of them took. */
  static Round of(List<Round> turns) {
    double secondsForEach = turns.stream().mapToDouble(turn -> 1 / turn.perSecond).sum();
    Map<String, Double> costs = new LinkedHashMap<>();
    for (Round turn : turns) {
      turn.costs.forEach((part, cost) -> costs.merge(part, cost / turns.size(), Double::sum));
    }
    return new Round(turns.size() / secondsForEach, costs);
  }

  /** The figures that are known. */
  double cost() {
    return costs.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
