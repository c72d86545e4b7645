package org.doorsopen.bench.mail;

import static org.doorsopen.bench.measuring.Medians.median;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.bench.measuring.Bench;

/**
 * @param heap live megabytes by when they were looked at
 * @param longQueue sent to the disk, with what looking at the heap cost meanwhile
 */
record Figures(Plan plan, Rounds bare, Rounds ours, Map<String, Double> heap, Round longQueue)
    implements Bench.Result {

  @Override
  public String markdown() {
    StringBuilder live = new StringBuilder();
    heap.forEach((when, megabytes) ->
        live.append("| %s | %s MB |%n".formatted(when, number("%.1f", megabytes))));
    return """
    %d connections each, medians of %d rounds of %s mails, in turns.

    | by a server that | has each mail on its disk before it accepts it | keeps none |
    |---|---|---|
    %s%s\
    | of the bare client's (goal: at least 0.5) | %s | %s |

    | µs of a processor for each mail | bare client, to the disk | notification-service, to the disk | bare client | notification-service |
    |---|---|---|---|---|
    %s
    Out of a queue of %s mails, to the disk: %s in a second, for %s µs each.

    | notification-service's live heap | |
    |---|---|
    %s\
    """
        .formatted(
            Plan.CONNECTIONS,
            plan.rounds(),
            number("%,.0f", plan.mails()),
            rates("mails in a second by a bare client, the same over and over", bare),
            rates("mails in a second by notification-service, from the queue to accepted", ours),
            number("%.2f", ratio(Rounds::kept)),
            number("%.2f", ratio(Rounds::forgotten)),
            costs(),
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
    json.put("ratio", ratio(Rounds::kept));
    json.put("ratioNoneKept", ratio(Rounds::forgotten));
    json.put("longQueue", longQueue);
    json.put("liveHeapMegabytes", heap);
    return json;
  }

  private double ratio(Function<Rounds, List<Round>> server) {
    return median(server.apply(ours), Round::perSecond)
        / median(server.apply(bare), Round::perSecond);
  }

  private static String rates(String what, Rounds rounds) {
    return "| %s | %s | %s |%n"
        .formatted(
            what,
            number("%,.0f", median(rounds.kept(), Round::perSecond)),
            number("%,.0f", median(rounds.forgotten(), Round::perSecond)));
  }

  private String costs() {
    StringBuilder rows = new StringBuilder();
    for (String part : ours.kept().getFirst().costs().keySet()) {
      rows.append(cost(part, it -> it.costs().getOrDefault(part, 0.0)));
    }
    return rows.append(cost("together", Round::cost)).toString();
  }

  private String cost(String what, ToDoubleFunction<Round> figure) {
    return Stream.of(bare.kept(), ours.kept(), bare.forgotten(), ours.forgotten())
        .map(rounds -> number("%,.0f", median(rounds, figure)))
        .collect(Collectors.joining(" | ", "| " + what + " | ", " |%n".formatted()));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
