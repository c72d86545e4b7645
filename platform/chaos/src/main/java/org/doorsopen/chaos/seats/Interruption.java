package org.doorsopen.chaos.seats;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.stream.IntStream;
import org.doorsopen.chaos.experiment.Killer.Kill;

/**
 * The cost of a kill for the people who were waiting, from that kill to the next.
 *
 * @param silence the longest time without any decision
 * @param longestWait from the acknowledgement of a request to its decision
 */
record Interruption(Kill kill, Duration silence, Duration longestWait) {
  // A request that was acknowledged just before the kill is decided just after it.
  private static final long JUST_BEFORE = Duration.ofSeconds(1).toNanos();

  static List<Interruption> of(
      List<Kill> kills, Map<String, Long> acknowledgedAt, Arrivals arrivals) {
    return IntStream.range(0, kills.size())
        .mapToObj(i -> {
          long from = kills.get(i).at();
          long until = i + 1 < kills.size() ? kills.get(i + 1).at() : Long.MAX_VALUE;
          return new Interruption(
              kills.get(i),
              silence(arrivals.all(), from, until),
              longestWait(acknowledgedAt, arrivals.firsts(), from - JUST_BEFORE, until));
        })
        .toList();
  }

  private static Duration silence(NavigableSet<Long> arrivals, long from, long until) {
    long longest = 0;
    long last = from;
    for (long arrival : arrivals.tailSet(from)) {
      longest = Math.max(longest, arrival - last);
      last = arrival;
      if (arrival > until) {
        break;
      }
    }
    return Duration.ofNanos(longest);
  }

  private static Duration longestWait(
      Map<String, Long> acknowledgedAt, Map<String, Long> decidedAt, long from, long until) {
    long longest =
        acknowledgedAt.entrySet().stream()
            .filter(request -> request.getValue() >= from && request.getValue() < until)
            .mapToLong(request ->
                decidedAt.getOrDefault(request.getKey(), request.getValue()) - request.getValue())
            .max()
            .orElse(0);
    return Duration.ofNanos(Math.max(0, longest));
  }
}
