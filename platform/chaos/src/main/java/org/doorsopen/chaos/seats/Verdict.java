package org.doorsopen.chaos.seats;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorsopen.launcher.platform.Console;

/**
 * @param findings what is wrong; empty if every promise held
 * @param requests that were acknowledged
 * @param cancellations that were acknowledged
 * @param changes of the number of guests that were acknowledged
 * @param grants of seats by hand that were acknowledged
 * @param retries tries that were not acknowledged
 * @param decisions that were read while the chaos lasted
 */
public record Verdict(
    List<String> findings,
    int requests,
    int cancellations,
    int changes,
    int grants,
    int retries,
    int roomChanges,
    int decisions,
    List<Interruption> interruptions) {
  private static final int MAX_SHOWN = 20;

  public boolean held() {
    return findings.isEmpty();
  }

  public int kills() {
    return interruptions.size();
  }

  public void tell(Console console) {
    console.say(
        "%d requests, %d cancellations, %d changes and %d seats by hand were acknowledged, after %d tries that were not; %d rooms changed; %d decisions."
            .formatted(requests, cancellations, changes, grants, retries, roomChanges, decisions));
    Map<String, List<Interruption>> byVictim =
        interruptions.stream()
            .collect(
                Collectors.groupingBy(
                    interruption -> interruption.kill().victim(),
                    TreeMap::new,
                    Collectors.toList()));
    byVictim.forEach((victim, all) ->
        console.say(
            "%s was killed %d times: nobody was decided about for %s; a request waited for %s at most"
                .formatted(
                    victim,
                    all.size(),
                    range(all, Interruption::silence),
                    range(all, Interruption::longestWait))));
    findings.stream().limit(MAX_SHOWN).forEach(finding -> console.say("  " + finding));
    console.say(held() ? "Every promise held." : "%d findings.".formatted(findings.size()));
  }

  private static String range(
      List<Interruption> interruptions, Function<Interruption, Duration> measure) {
    List<Duration> sorted =
        interruptions.stream().map(measure).sorted(Comparator.naturalOrder()).toList();
    return "%s to %s s"
        .formatted(Console.seconds(sorted.getFirst()), Console.seconds(sorted.getLast()));
  }
}
