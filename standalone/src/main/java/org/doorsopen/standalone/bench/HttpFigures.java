package org.doorsopen.standalone.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.doorsopen.standalone.bench.Load.Answered;

/** Round by round, and the medians of that. */
final class HttpFigures implements Bench.Figures {

  private final HttpPlan plan;
  private final String load;
  private final List<Answered> ceiling = new ArrayList<>();
  private final List<Answered> ours = new ArrayList<>();
  private int asked;
  private int decided;

  /**
   * @param load what made it
   */
  HttpFigures(HttpPlan plan, String load) {
    this.plan = plan;
    this.load = load;
  }

  void noteCeiling(Answered round) {
    ceiling.add(round);
  }

  void noteOurs(Answered round) {
    ours.add(round);
  }

  /** Warming up included. */
  void noteLedger(int asked, int decided) {
    this.asked = asked;
    this.decided = decided;
  }

  private double ratio() {
    return median(ours, Answered::perSecond) / median(ceiling, Answered::perSecond);
  }

  @Override
  public String markdown() {
    return """
    Load: %s.

    | | accepted in a second | p50 | p99 | other answers | no answer |
    |---|---|---|---|---|---|
    %s%s
    Accepted / ceiling: %s (goal: at least 0.7). Of %s requests in the log, warming up included, %s are decided, each once.
    """
        .formatted(
            load,
            row("Ceiling: the same service without Kafka", ceiling),
            row("RSVPs accepted, and decided meanwhile", ours),
            number("%.2f", ratio()),
            number("%,.0f", asked),
            number("%,.0f", decided));
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("plan", plan);
    json.put("load", load);
    json.put("ceiling", ceiling);
    json.put("accepted", ours);
    json.put("ratio", ratio());
    json.put("requestsInTheLog", asked);
    json.put("decided", decided);
    return json;
  }

  private static String row(String what, List<Answered> rounds) {
    return "| %s | %s | %s ms | %s ms | %d | %d |%n"
        .formatted(
            what,
            number("%,.0f", median(rounds, Answered::perSecond)),
            number("%.0f", median(rounds, Answered::p50)),
            number("%.0f", median(rounds, Answered::p99)),
            rounds.stream().mapToLong(Answered::refused).sum(),
            rounds.stream().mapToLong(Answered::lost).sum());
  }

  private static double median(List<Answered> rounds, ToDoubleFunction<Answered> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
