package org.doorsopen.bench.http;

import static org.doorsopen.bench.measuring.Medians.median;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.doorsopen.bench.measuring.Bench;

/** The figures of each round, and their medians. */
final class Figures implements Bench.Result {

  private final Plan plan;
  private final String load;
  private final List<Round> ceiling = new ArrayList<>();
  private final List<Round> ours = new ArrayList<>();
  private final List<Round> frontDoor = new ArrayList<>();
  private final List<Round> pages = new ArrayList<>();
  private int asked;
  private int decided;

  /**
   * @param load the program that made it
   */
  Figures(Plan plan, String load) {
    this.plan = plan;
    this.load = load;
  }

  void noteCeiling(Round round) {
    ceiling.add(round);
  }

  void noteOurs(Round round) {
    ours.add(round);
  }

  /** The same as ours, through the front door in this process. */
  void noteFrontDoor(Round round) {
    frontDoor.add(round);
  }

  /** Pages of meetups through the front door. */
  void notePages(Round round) {
    pages.add(round);
  }

  /** Notes how many RSVPs were asked for and decided, the warm-up included. */
  void noteLedger(int asked, int decided) {
    this.asked = asked;
    this.decided = decided;
  }

  private double ratio() {
    return perSecond(ours) / perSecond(ceiling);
  }

  /** Of the rate through the front door to the direct one. */
  private double frontDoorRatio() {
    return perSecond(frontDoor) / perSecond(ours);
  }

  private static double perSecond(List<Round> rounds) {
    return median(rounds, round -> round.answered().perSecond());
  }

  @Override
  public String markdown() {
    return """
    Load: %s.

    | | accepted in a second | p50 | p99 | other answers | no answer |
    |---|---|---|---|---|---|
    %s%s%s%s
    | µs of a processor for each accepted | ceiling | with Kafka |
    |---|---|---|
    %s
    Accepted / ceiling: %s (goal: at least 0.7). Of %s requests in the log, warming up included, %s are decided, each once.
    %s%s\
    """
        .formatted(
            load,
            row("Ceiling: the same service without Kafka", ceiling),
            row("RSVPs accepted, and decided meanwhile", ours),
            frontDoor.isEmpty() ? "" : row("The same through the front door", frontDoor),
            pages.isEmpty() ? "" : row("Pages of meetups through the front door", pages),
            costs(),
            number("%.2f", ratio()),
            number("%,.0f", asked),
            number("%,.0f", decided),
            pages.isEmpty()
                ? ""
                : "Pages of meetups a second, through the front door: %s (goal: at least 1,000).%n"
                    .formatted(number("%,.0f", perSecond(pages))),
            frontDoor.isEmpty()
                ? ""
                : "Through the front door / direct: %s (goal: at least 0.8).%n"
                    .formatted(number("%.2f", frontDoorRatio())));
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("plan", plan);
    json.put("load", load);
    json.put("ceiling", ceiling);
    json.put("accepted", ours);
    json.put("ratio", ratio());
    if (!frontDoor.isEmpty()) {
      json.put("throughTheFrontDoor", frontDoor);
      json.put("frontDoorRatio", frontDoorRatio());
    }
    if (!pages.isEmpty()) {
      json.put("pages", pages);
      json.put("pagesPerSecond", perSecond(pages));
    }
    json.put("requestsInTheLog", asked);
    json.put("decided", decided);
    return json;
  }

  private static String row(String what, List<Round> rounds) {
    return "| %s | %s | %s ms | %s ms | %d | %d |%n"
        .formatted(
            what,
            number("%,.0f", median(rounds, round -> round.answered().perSecond())),
            number("%.0f", median(rounds, round -> round.answered().p50())),
            number("%.0f", median(rounds, round -> round.answered().p99())),
            rounds.stream().mapToLong(round -> round.answered().refused()).sum(),
            rounds.stream().mapToLong(round -> round.answered().lost()).sum());
  }

  private String costs() {
    StringBuilder rows = new StringBuilder();
    for (String part : ours.getFirst().costs().keySet()) {
      rows.append(cost(part, round -> round.costs().getOrDefault(part, 0.0)));
    }
    return rows.append(cost("together", Round::cost)).toString();
  }

  private String cost(String what, ToDoubleFunction<Round> figure) {
    return "| %s | %s | %s |%n"
        .formatted(
            what, number("%,.0f", median(ceiling, figure)), number("%,.0f", median(ours, figure)));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
