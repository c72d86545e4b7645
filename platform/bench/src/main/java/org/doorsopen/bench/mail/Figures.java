package org.doorsopen.bench.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorsopen.bench.measuring.Bench;

/**
 * Every round by itself: the promises hold for each, so no median may hide one.
 *
 * @param heap live megabytes, by the moment of the look
 * @param longQueue a round to the disk, including the cost of looking at the heap meanwhile
 */
record Figures(Plan plan, Rounds bare, Rounds ours, Map<String, Double> heap, Round longQueue)
    implements Bench.Result {

  private static final double GOAL = 0.5;

  /** A round in one line. */
  static String inShort(int round, boolean keep, Round bare, Round ours) {
    return "round %d, %s: %s mails a second, %s of the bare client's %s"
        .formatted(
            round,
            keep ? "to the disk" : "none kept",
            number("%,.0f", ours.perSecond()),
            number("%.2f", ratio(ours, bare)),
            number("%,.0f", bare.perSecond()));
  }

  @Override
  public String markdown() {
    StringBuilder live = new StringBuilder();
    heap.forEach((when, megabytes) ->
        live.append("| %s | %s MB |%n".formatted(when, number("%.1f", megabytes))));
    return """
    %d connections each, %d rounds of %s mails, the bare client and notification-service in turns of %s; the first round of each begins cold.

    The server has each mail on its disk before it accepts it (goal: at least %s of the bare client in every round; least: %s):

    %s
    The server keeps none (least: %s):

    %s
    Out of a queue of %s mails, to the disk: %s in a second, for %s µs each.

    | notification-service's live heap | |
    |---|---|
    %s\
    """
        .formatted(
            Plan.CONNECTIONS,
            plan.rounds(),
            number("%,.0f", plan.mailsOfRound()),
            number("%,.0f", plan.mails()),
            number("%.1f", GOAL),
            number("%.2f", least(bare.kept(), ours.kept())),
            table(bare.kept(), ours.kept()),
            number("%.2f", least(bare.forgotten(), ours.forgotten())),
            table(bare.forgotten(), ours.forgotten()),
            number("%,.0f", plan.queued()),
            number("%,.0f", longQueue.perSecond()),
            number("%,.0f", longQueue.cost()),
            live);
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("plan", plan);
    json.put("bareClient", bare);
    json.put("notificationService", ours);
    json.put("ratios", ratios(bare.kept(), ours.kept()));
    json.put("ratiosNoneKept", ratios(bare.forgotten(), ours.forgotten()));
    json.put("longQueue", longQueue);
    json.put("liveHeapMegabytes", heap);
    return json;
  }

  private static List<Double> ratios(List<Round> bare, List<Round> ours) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ratio(ours.get(i), bare.get(i)));
    }
    return ratios;
  }

  private static double ratio(Round ours, Round bare) {
    return ours.perSecond() / bare.perSecond();
  }

  private static double least(List<Round> bare, List<Round> ours) {
    return ratios(bare, ours).stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
  }

  /** Costs are microseconds of a processor for each mail. */
  private static String table(List<Round> bare, List<Round> ours) {
    List<String> parts = List.copyOf(ours.getFirst().costs().keySet());
    StringBuilder rows = new StringBuilder();
    rows.append(
        row("round", "sent by", "mails a second", "of the bare client's", "µs for each mail"));
    rows.setLength(rows.length() - " |\n".length());
    parts.forEach(part -> rows.append(" | ").append(part));
    rows.append(" |\n|---|---|---|---|---").append("|---".repeat(parts.size())).append("|\n");
    for (int i = 0; i < ours.size(); i++) {
      String round = Integer.toString(i + 1);
      rows.append(row(round, "bare client", bare.get(i), "", parts));
      String ratio = number("%.2f", ratio(ours.get(i), bare.get(i)));
      rows.append(row(round, "notification-service", ours.get(i), ratio, parts));
    }
    return rows.toString();
  }

  private static String row(
      String round, String sender, Round figures, String ratio, List<String> parts) {
    List<String> cells = new ArrayList<>();
    cells.add(round);
    cells.add(sender);
    cells.add(number("%,.0f", figures.perSecond()));
    cells.add(ratio);
    cells.add(number("%,.0f", figures.cost()));
    parts.forEach(part -> cells.add(number("%,.0f", figures.costs().getOrDefault(part, 0.0))));
    return row(cells.toArray(String[]::new));
  }

  private static String row(String... cells) {
    return List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
