package org.doorsopen.standalone.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * @param heap live megabytes by when they were looked at
 * @param longQueue mails sent in a second out of the long queue
 */
record MailFigures(MailPlan plan, Medians rates, Map<String, Double> heap, double longQueue)
    implements Bench.Figures {

  static final String BARE = "bare client";
  static final String OURS = "notification-service";
  static final String KEPT = ", each mail on the server's disk";
  static final String FORGOTTEN = ", none kept by the server";

  private double ratio(String server) {
    return rates.of(OURS + server) / rates.of(BARE + server);
  }

  @Override
  public String markdown() {
    StringBuilder rows = new StringBuilder();
    heap.forEach((when, megabytes) ->
        rows.append("| %s | %s MB |%n".formatted(when, number("%.1f", megabytes))));
    return """
    %d connections, medians of %d rounds of %s mails each.

    | mails in a second, by a server that | has each on its disk before it accepts it | keeps none |
    |---|---|---|
    | Bare client: the same mail over and over | %s | %s |
    | notification-service, from the queue to accepted | %s | %s |
    | of the bare client's (goal: at least 0.5) | %s | %s |

    Out of a queue of %s mails, to the disk: %s in a second.

    | notification-service's live heap | |
    |---|---|
    %s\
    """
        .formatted(
            MailPlan.CONNECTIONS,
            plan.rounds(),
            number("%,.0f", plan.mails()),
            number("%,.0f", rates.of(BARE + KEPT)),
            number("%,.0f", rates.of(BARE + FORGOTTEN)),
            number("%,.0f", rates.of(OURS + KEPT)),
            number("%,.0f", rates.of(OURS + FORGOTTEN)),
            number("%.2f", ratio(KEPT)),
            number("%.2f", ratio(FORGOTTEN)),
            number("%,.0f", plan.queued()),
            number("%,.0f", longQueue),
            rows);
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("plan", plan);
    json.put("mailsPerSecond", rates.rounds());
    json.put("ratio", ratio(KEPT));
    json.put("ratioNoneKept", ratio(FORGOTTEN));
    json.put("longQueuePerSecond", longQueue);
    json.put("liveHeapMegabytes", heap);
    return json;
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
