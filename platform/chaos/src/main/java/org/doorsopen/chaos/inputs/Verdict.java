package org.doorsopen.chaos.inputs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorsopen.launcher.platform.Console;

/**
 * The answers to the inputs.
 *
 * @param sent how many
 * @param forms how many forms of pages were among the routes
 * @param statuses how many answers had each
 * @param findings what is wrong, each with the input that shows it
 */
public record Verdict(int sent, int forms, Map<Integer, Integer> statuses, List<String> findings) {

  private static final int MAX_TOLD = 20;

  public boolean held() {
    return findings.isEmpty();
  }

  public void tell(Console console) {
    console.say(
        "  %,d inputs, also to %d forms; answers: %s"
            .formatted(sent, forms, new TreeMap<>(statuses)));
    findings.stream().limit(MAX_TOLD).forEach(finding -> console.say("  " + finding));
    if (findings.size() > MAX_TOLD) {
      console.say("  … and %,d more".formatted(findings.size() - MAX_TOLD));
    }
    console.say(
        held()
            ? "Every input was answered as one should be."
            : "%,d inputs were not answered as they should be.".formatted(findings.size()));
  }
}
