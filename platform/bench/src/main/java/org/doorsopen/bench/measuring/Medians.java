package org.doorsopen.bench.measuring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Figures of several rounds, by name, and their medians. */
public final class Medians {

  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

  public void note(String name, double figure) {
    rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure);
  }

  public double of(String name) {
    return median(rounds.getOrDefault(name, List.of()), Double::doubleValue);
  }

  /** The median of a figure; of an even number of rounds the upper one, of none NaN. */
  public static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  public Map<String, List<Double>> rounds() {
    return rounds;
  }
}
