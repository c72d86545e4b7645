package org.doorsopen.chaos.erasure;

import java.time.Duration;
import java.util.List;
import org.doorsopen.launcher.platform.Console;

/**
 * @param findings what is wrong; empty if nothing was left
 * @param before files in which somebody was found before the erasure, without which the search
 *     would prove nothing
 * @param receipts how many erasures have one of every service
 * @param compacted how long Kafka took to remove what was erased from its disk
 */
public record Verdict(
    List<String> findings, List<String> before, int receipts, Duration compacted) {
  private static final int MAX_SHOWN = 20;

  public boolean held() {
    return findings.isEmpty();
  }

  public void tell(Console console) {
    console.say(
        "%d erasures have the receipt of every service. Names and addresses were in %d files, and Kafka's disk was free of them after %s s of compaction."
            .formatted(receipts, before.size(), Console.seconds(compacted)));
    findings.stream().limit(MAX_SHOWN).forEach(finding -> console.say("  " + finding));
    console.say(held() ? "Nobody was found." : "%d findings.".formatted(findings.size()));
  }
}
