package org.doorsopen.chaos.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.chaos.mail.DeliveryLog.Logged;
import org.doorsopen.crowd.Received;
import org.doorsopen.infrastructure.faults.FaultyMailServer.Acceptance;
import org.junit.jupiter.api.Test;

/** Shows the audit every kind of fault that it exists to find. */
class AuditTest {

  private final Received received = new Received();
  private final Map<String, Logged> log = new HashMap<>();

  @Test
  void findsNothingWhereEachGotOneMail() {
    accepted("ada", "<1>");
    logged("ada", "<1>", "SENT", 0);

    assertThat(findings("ada")).isEmpty();
  }

  @Test
  void findsNothingWhereACountedMailCameTwice() {
    accepted("ada", "<1>");
    accepted("ada", "<1>");
    logged("ada", "<1>", "SENT", 1);

    assertThat(findings("ada")).isEmpty();
  }

  @Test
  void findsALostMail() {
    assertThat(findings("ada")).containsExactly("The mail to ada is lost");
  }

  @Test
  void findsARepetitionThatNobodyCounted() {
    accepted("ada", "<1>");
    accepted("ada", "<1>");
    logged("ada", "<1>", "SENT", 0);

    assertThat(findings("ada"))
        .containsExactly("<1> was sent 2 times and 0 of them are counted as unanswered");
  }

  @Test
  void findsARepetitionUnderAnotherId() {
    accepted("ada", "<1>");
    accepted("ada", "<2>");
    logged("ada", "<1>", "SENT", 0);
    logged("ada", "<2>", "SENT", 0);

    assertThat(findings("ada")).containsExactly("ada got mails with 2 Message-IDs");
  }

  @Test
  void findsMoreRepetitionsThanTheKillsExplain() {
    for (int i = 0; i < 6; i++) {
      accepted("ada", "<1>");
    }
    logged("ada", "<1>", "SENT", 5);

    assertThat(findings("ada"))
        .containsExactly(
            "5 mails were repeated; 4 may be", "5 mails are counted as unanswered; 4 may be");
  }

  @Test
  void findsMoreCountedThanTheKillsExplain() {
    accepted("ada", "<1>");
    logged("ada", "<1>", "SENT", 5);

    assertThat(findings("ada")).containsExactly("5 mails are counted as unanswered; 4 may be");
  }

  @Test
  void findsWhatTheLogDoesNotSay() {
    accepted("ada", "<1>");
    accepted("bob", "<2>");
    logged("ada", "<1>", "FAILED", 0);

    assertThat(findings("ada", "bob"))
        .containsExactly(
            "<1> was sent and is FAILED in the delivery log",
            "<2> was sent and is not in the delivery log");
  }

  private void accepted(String rsvpId, String messageId) {
    received.accept(new Acceptance(messageId, rsvpId, ""));
  }

  private void logged(String rsvpId, String messageId, String status, int unanswered) {
    log.put(messageId, new Logged(rsvpId, status, unanswered));
  }

  private List<String> findings(String... owed) {
    Plan plan = new Plan(1, 1, 0, Duration.ZERO, 0, 2, 0);
    return new Audit(received, log, plan).of(List.of(owed));
  }
}
