package org.doorsopen.chaos.strangers;

import java.util.List;
import org.doorsopen.launcher.platform.Console;

/**
 * @param findings none if every promise held
 * @param nanos that RSVPs took, sorted
 * @param ended connections of strangers that the platform has ended
 * @param before megabytes of rsvp-service's heap that are no garbage, before the strangers came
 * @param meanwhile the same while they were there
 * @param after the same when they had gone
 */
public record Verdict(
    List<String> findings,
    List<Long> nanos,
    int mostOpen,
    int ended,
    double before,
    double meanwhile,
    double after) {
  private static final int MAX_SHOWN = 20;

  public boolean held() {
    return findings.isEmpty();
  }

  public void tell(Console console) {
    console.say(
        "%d RSVPs were answered: half within %.0f ms, 99 %% within %.0f ms, the last within %.0f ms"
            .formatted(nanos.size(), quantile(0.5), quantile(0.99), quantile(1)));
    console.say("%d connections of strangers at most; %d were ended".formatted(mostOpen, ended));
    console.say(
        "rsvp-service's heap without garbage: %.0f MB before, %.0f MB meanwhile, %.0f MB after"
            .formatted(before, meanwhile, after));
    findings.stream().limit(MAX_SHOWN).forEach(finding -> console.say("  " + finding));
    console.say(held() ? "Every promise held." : "%d findings.".formatted(findings.size()));
  }

  /** The time, in milliseconds, within which that share was answered. */
  public double quantile(double share) {
    return nanos.isEmpty()
        ? Double.POSITIVE_INFINITY
        : nanos.get((int) Math.min(nanos.size() - 1L, (long) (nanos.size() * share))) / 1e6;
  }
}
