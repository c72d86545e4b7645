package org.doorsopen.bench.seats;

import static org.doorsopen.bench.seats.Figures.ALONE;
import static org.doorsopen.bench.seats.Figures.HOT;
import static org.doorsopen.bench.seats.Figures.MILLION;
import static org.doorsopen.bench.seats.Figures.RAW;
import static org.doorsopen.bench.seats.Figures.ROW_LOCKS;
import static org.doorsopen.bench.seats.Figures.ROW_LOCKS_FSYNC;
import static org.doorsopen.bench.seats.Figures.SPREAD;
import static org.doorsopen.bench.seats.Figures.WITH_READ_MODEL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.bench.measuring.Bench;
import org.doorsopen.bench.seats.Figures.Steady;

/** The figures for people, as Markdown, and for programs. */
record Report(Figures figures) implements Bench.Result {

  @Override
  public String markdown() {
    return """
    | decided in a second | one hot meetup | 100 meetups |
    |---|---|---|
    %s%s%s%s%s%s
    | hot meetup | allocation alone | goal | with the read model beside it |
    |---|---|---|---|
    | allocation / Kafka alone | %s | at least 0.33 | %s |
    | allocation / row lock, same durability | %s | at least 20 | %s |
    | allocation / row lock, `fsync=on` | %s | | %s |
    | with %s RSVPs in the state / without | %s | at least 0.8 | |
    | acknowledged to visible | %s | p99 below 250 ms | %s |
    | %s waiting parties promoted | %s s | | |
    | longest wait of another meetup in that partition | %s ms (%s ms before) | | |

    | µs of a processor for each decision, hot meetup | alone | with the read model |
    |---|---|---|
    %s\
    """
        .formatted(
            row("Kafka alone: produced and consumed", RAW),
            row("Allocation alone", ALONE),
            row("Allocation alone, %s RSVPs in the state".formatted(prefilled()), MILLION),
            row("Allocation with the read model beside it", WITH_READ_MODEL),
            row("PostgreSQL, `SELECT … FOR UPDATE`, `fsync=off`", ROW_LOCKS),
            row("PostgreSQL, `SELECT … FOR UPDATE`, `fsync=on`", ROW_LOCKS_FSYNC),
            ratio(ALONE, RAW),
            ratio(WITH_READ_MODEL, RAW),
            ratio(ALONE, ROW_LOCKS),
            ratio(WITH_READ_MODEL, ROW_LOCKS),
            ratio(ALONE, ROW_LOCKS_FSYNC),
            ratio(WITH_READ_MODEL, ROW_LOCKS_FSYNC),
            prefilled(),
            ratio(MILLION, ALONE),
            latency(figures.alone()),
            latency(figures.withReadModel()),
            whole(figures.plan().waiting()),
            number(figures.promoted().seconds()),
            whole(figures.promoted().longestPause()),
            whole(figures.promoted().usualPause()),
            costs());
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("plan", figures.plan());
    json.put("perSecond", figures.rates().rounds());
    json.put("microsecondsPerDecision", figures.costs().rounds());
    json.put("latencyAlone", figures.alone());
    json.put("latencyWithReadModel", figures.withReadModel());
    json.put("promotions", figures.promoted());
    return json;
  }

  private String prefilled() {
    return whole(figures.plan().prefilled());
  }

  private String ratio(String one, String other) {
    return number(figures.ratio(one + HOT, other + HOT));
  }

  private static String latency(Steady steady) {
    return "p50 %s ms, p99 %s ms, at %s a second"
        .formatted(whole(steady.p50()), whole(steady.p99()), whole(steady.rate()));
  }

  private String costs() {
    List<String> parts =
        figures.costs().rounds().keySet().stream()
            .filter(name -> name.startsWith(ALONE))
            .map(name -> name.substring(ALONE.length()))
            .toList();
    StringBuilder rows = new StringBuilder();
    parts.forEach(part -> rows.append(cost(part, List.of(part))));
    return rows.append(cost("together", parts)).toString();
  }

  private String cost(String what, List<String> parts) {
    return "| %s | %s | %s |%n"
        .formatted(what, whole(sum(ALONE, parts)), whole(sum(WITH_READ_MODEL, parts)));
  }

  private double sum(String where, List<String> parts) {
    return parts.stream().mapToDouble(part -> figures.costs().of(where + part)).sum();
  }

  private String row(String what, String name) {
    return "| %s | %s | %s |%n"
        .formatted(
            what, whole(figures.rates().of(name + HOT)), whole(figures.rates().of(name + SPREAD)));
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
