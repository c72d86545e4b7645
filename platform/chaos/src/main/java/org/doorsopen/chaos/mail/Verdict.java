package org.doorsopen.chaos.mail;

import java.util.List;
import org.doorsopen.launcher.platform.Console;

/**
 * @param findings what is wrong; empty if every promise held
 * @param accepted by the mail server, repeated ones included
 * @param repeats mails that were accepted again under the same Message-ID
 * @param refusals temporary ones, by the mail server
 * @param mostInHand mails that the senders had claimed and not settled just before a kill of the
 *     service, at the kill with the most of them
 * @param redelivered events that were delivered again from the first on
 */
public record Verdict(
    List<String> findings,
    Plan plan,
    int accepted,
    int repeats,
    int refusals,
    int mostInHand,
    int redelivered) {
  private static final int MAX_SHOWN = 20;

  public boolean held() {
    return findings.isEmpty();
  }

  public void tell(Console console) {
    console.say(
        "%d mails were owed and %d accepted, %d of them repeated (at most %d may be: one for each of %d connections and each of %d kills and the outage); %d were refused for now; up to %d were in hand when the service was killed; %d events were delivered again."
            .formatted(
                plan.mails(),
                accepted,
                repeats,
                plan.mostRepeats(),
                plan.connections(),
                plan.kills(),
                refusals,
                mostInHand,
                redelivered));
    findings.stream().limit(MAX_SHOWN).forEach(finding -> console.say("  " + finding));
    console.say(held() ? "Every promise held." : "%d findings.".formatted(findings.size()));
  }
}
