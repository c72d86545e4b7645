package org.doorsopen.bench.measuring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Result by what was measured, round after round. */
public final class Medians {

  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

  public void note(String name, double figure) {
    rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure);
  }

  public double of(String name) {
    List<Double> sorted = rounds.getOrDefault(name, List.of()).stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  public Map<String, List<Double>> rounds() {
    return rounds;
  }
}
