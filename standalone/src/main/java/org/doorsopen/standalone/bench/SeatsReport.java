package org.doorsopen.standalone.bench;

import static org.doorsopen.standalone.bench.SeatsFigures.EMPTY;
import static org.doorsopen.standalone.bench.SeatsFigures.HOT;
import static org.doorsopen.standalone.bench.SeatsFigures.MILLION;
import static org.doorsopen.standalone.bench.SeatsFigures.RAW;
import static org.doorsopen.standalone.bench.SeatsFigures.ROW_LOCKS;
import static org.doorsopen.standalone.bench.SeatsFigures.ROW_LOCKS_FSYNC;
import static org.doorsopen.standalone.bench.SeatsFigures.SPREAD;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The figures for people, as Markdown, and for programs. */
record SeatsReport(SeatsFigures figures) implements Bench.Figures {

  @Override
  public String markdown() {
    return """
    | decided in a second | one hot meetup | 100 meetups |
    |---|---|---|
    %s%s%s%s%s
    | | measured | goal |
    |---|---|---|
    | hot meetup: allocation / Kafka alone | %s | at least 0.33 |
    | hot meetup: allocation / row lock, same durability | %s | at least 20 |
    | hot meetup: with %s RSVPs in the state / without | %s | at least 0.8 |
    | acknowledged to visible, at %s RSVPs per second | p50 %s ms, p99 %s ms | p99 below 250 ms |
    | %s waiting parties promoted | %s s | |
    | longest wait of another meetup in that partition | %s ms (%s ms before) | |
    """
        .formatted(
            row("Kafka alone: produced and consumed", RAW),
            row("Allocation, nearly no state", EMPTY),
            row(
                "Allocation, %s RSVPs in the state".formatted(whole(figures.plan().prefilled())),
                MILLION),
            row("PostgreSQL, `SELECT … FOR UPDATE`, `fsync=off`", ROW_LOCKS),
            row("PostgreSQL, `SELECT … FOR UPDATE`, `fsync=on`", ROW_LOCKS_FSYNC),
            number(figures.ratio(EMPTY + HOT, RAW + HOT)),
            number(figures.ratio(EMPTY + HOT, ROW_LOCKS + HOT)),
            whole(figures.plan().prefilled()),
            number(figures.ratio(MILLION + HOT, EMPTY + HOT)),
            whole(figures.steadyRate()),
            whole(figures.p50()),
            whole(figures.p99()),
            whole(figures.plan().waiting()),
            number(figures.promotionSeconds()),
            whole(figures.longestPause()),
            whole(figures.usualPause()));
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("plan", figures.plan());
    json.put("perSecond", figures.rates().rounds());
    json.put("steadyPerSecond", figures.steadyRate());
    json.put("p50Millis", figures.p50());
    json.put("p99Millis", figures.p99());
    json.put("promotionSeconds", figures.promotionSeconds());
    json.put("longestPauseMillis", figures.longestPause());
    json.put("usualPauseMillis", figures.usualPause());
    return json;
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
