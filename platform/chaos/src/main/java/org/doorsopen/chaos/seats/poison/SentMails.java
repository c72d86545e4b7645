package org.doorsopen.chaos.seats.poison;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorsopen.chaos.seats.audit.MeetupLog;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.http.HttpFailure;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;

/** Whether everybody about whom something was decided was written to, and how soon. */
public final class SentMails {

  private final PlatformFacts facts;
  private Duration longestWait = Duration.ZERO;

  public SentMails(PlatformFacts facts) {
    this.facts = facts;
  }

  /** The longest time that a mail was in the queue, of those that the last look found sent. */
  public Duration longestWait() {
    return longestWait;
  }

  public List<String> findings(List<MeetupLog> logs) {
    longestWait = Duration.ZERO;
    List<String> findings = new ArrayList<>();
    for (MeetupLog log : logs) {
      try {
        findings.addAll(findings(log));
      } catch (HttpFailure e) {
        findings.add("notification-service does not answer: " + e.getMessage());
      }
    }
    return findings;
  }

  private List<String> findings(MeetupLog log) {
    Set<String> written = new HashSet<>();
    List<String> findings = new ArrayList<>();
    String query = "?limit=500&meetupId=" + log.meetupId();
    for (String next = ""; next != null; ) {
      JsonNode page =
          Http.basic(facts.notification(), facts.organizer())
              .get("/api/emails" + query + next)
              .body();
      for (JsonNode mail : page.path("emails")) {
        String status = mail.path("status").asString();
        if (status.equals("SENT")) {
          written.add(mail.path("rsvpId").asString());
          note(mail);
        } else if (!status.equals("MISSED")) {
          findings.add("A mail to %s is %s".formatted(mail.path("rsvpId").asString(), status));
        }
      }
      next = page.path("next").isNull() ? null : "&next=" + page.path("next").asString();
    }
    log.decided().stream()
        .filter(decided -> decided.kind().isFirst())
        // Their standing RSVP is written to instead, once an hour.
        .filter(decided -> !decided.reason().equals("ALREADY_REGISTERED"))
        .map(decided -> decided.rsvpId())
        .filter(rsvpId -> !written.contains(rsvpId))
        .forEach(rsvpId -> findings.add("Nobody wrote to " + rsvpId));
    return findings;
  }

  private void note(JsonNode sent) {
    Duration wait =
        Duration.between(
            Instant.parse(sent.path("queuedAt").asString()),
            Instant.parse(sent.path("sentAt").asString()));
    longestWait = longestWait.compareTo(wait) < 0 ? wait : longestWait;
  }
}
