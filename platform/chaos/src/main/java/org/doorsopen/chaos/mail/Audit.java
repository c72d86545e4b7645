package org.doorsopen.chaos.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorsopen.chaos.mail.DeliveryLog.Logged;
import org.doorsopen.crowd.Received;

/**
 * Compares the mails that were owed with those that the mail server has accepted, and with the
 * delivery log.
 */
final class Audit {

  private final Received received;
  private final Map<String, Logged> log;
  private final Plan plan;
  private final List<String> findings = new ArrayList<>();
  private int repeats;

  Audit(Received received, DeliveryLog log, Plan plan) {
    this(received, log.byMessageId(), plan);
  }

  Audit(Received received, Map<String, Logged> log, Plan plan) {
    this.received = received;
    this.log = log;
    this.plan = plan;
  }

  /**
   * The findings, in words for a person; empty if everything holds.
   *
   * @param owed the rsvpIds, each of which is owed one mail
   */
  public List<String> of(List<String> owed) {
    for (String rsvpId : owed) {
      Map<String, Integer> mails = received.mailsOf(rsvpId);
      if (mails.isEmpty()) {
        findings.add("The mail to %s is lost".formatted(rsvpId));
      }
      if (mails.size() > 1) {
        findings.add("%s got mails with %d Message-IDs".formatted(rsvpId, mails.size()));
      }
      mails.forEach(this::asLogged);
    }
    if (repeats > plan.mostRepeats()) {
      findings.add("%d mails were repeated; %d may be".formatted(repeats, plan.mostRepeats()));
    }
    int unanswered = log.values().stream().mapToInt(Logged::unanswered).sum();
    if (unanswered > plan.mostUnanswered()) {
      findings.add(
          "%d mails are counted as unanswered; %d may be"
              .formatted(unanswered, plan.mostUnanswered()));
    }
    return findings;
  }

  /** The mails that came more than once. */
  int repeats() {
    return repeats;
  }

  private void asLogged(String messageId, int times) {
    repeats += times - 1;
    Logged mail = log.get(messageId);
    if (mail == null) {
      findings.add("%s was sent and is not in the delivery log".formatted(messageId));
    } else if (!mail.status().equals("SENT")) {
      findings.add("%s was sent and is %s in the delivery log".formatted(messageId, mail.status()));
    } else if (mail.unanswered() < times - 1) {
      findings.add(
          "%s was sent %d times and %d of them are counted as unanswered"
              .formatted(messageId, times, mail.unanswered()));
    }
  }
}
