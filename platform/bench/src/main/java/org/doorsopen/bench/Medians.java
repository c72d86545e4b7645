package org.doorsopen.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures by what was measured, round after round. */
final class Medians {

  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

  void note(String name, double figure) {
    rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure);
  }

  double of(String name) {
    List<Double> sorted = rounds.getOrDefault(name, List.of()).stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  Map<String, List<Double>> rounds() {
    return rounds;
  }
}
