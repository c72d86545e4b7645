package org.doorsopen.bench;

import static org.doorsopen.bench.MailRounds.median;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * @param heap live megabytes by when they were looked at
 * @param longQueue sent to the disk, with what looking at the heap cost meanwhile
 */
record MailFigures(
    MailBenchPlan plan,
    MailRounds bare,
    MailRounds ours,
    Map<String, Double> heap,
    MailRound longQueue)
    implements Bench.Figures {

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
            MailBenchPlan.CONNECTIONS,
            plan.rounds(),
            number("%,.0f", plan.mails()),
            rates("mails in a second by a bare client, the same over and over", bare),
            rates("mails in a second by notification-service, from the queue to accepted", ours),
            number("%.2f", ratio(MailRounds::kept)),
            number("%.2f", ratio(MailRounds::forgotten)),
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
    json.put("ratio", ratio(MailRounds::kept));
    json.put("ratioNoneKept", ratio(MailRounds::forgotten));
    json.put("longQueue", longQueue);
    json.put("liveHeapMegabytes", heap);
    return json;
  }

  private double ratio(Function<MailRounds, List<MailRound>> server) {
    return median(server.apply(ours), MailRound::perSecond)
        / median(server.apply(bare), MailRound::perSecond);
  }

  private static String rates(String what, MailRounds rounds) {
    return "| %s | %s | %s |%n"
        .formatted(
            what,
            number("%,.0f", median(rounds.kept(), MailRound::perSecond)),
            number("%,.0f", median(rounds.forgotten(), MailRound::perSecond)));
  }

  private String costs() {
    StringBuilder rows = new StringBuilder();
    for (String part : ours.kept().getFirst().costs().keySet()) {
      rows.append(cost(part, it -> it.costs().getOrDefault(part, 0.0)));
    }
    return rows.append(cost("together", MailRound::cost)).toString();
  }

  private String cost(String what, ToDoubleFunction<MailRound> figure) {
    return Stream.of(bare.kept(), ours.kept(), bare.forgotten(), ours.forgotten())
        .map(rounds -> number("%,.0f", median(rounds, figure)))
        .collect(Collectors.joining(" | ", "| " + what + " | ", " |%n".formatted()));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
