package org.doorsopen.rsvp.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.INFRASTRUCTURE;
import static org.doorsopen.rsvp.RunningService.SOON;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.FrozenDatabase;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RsvpService
class OutageIT {

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;

  private static final String READINESS = "/actuator/health/readiness";
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration RECOVERY = Duration.ofSeconds(90);
  private static final String ADA = "{\"name\": \"Ada\", \"email\": \"ada@example.org\"}";

  @Test
  void saysInTimeThatTheOutcomeIsUnknownAndCountsTheRetryOnce() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String path = "/api/meetups/" + meetupId + "/rsvps";
    String known =
        service
            .browser()
            .postJson(path, ADA.replace("ada@", "bob@"))
            .json()
            .path("rsvpId")
            .asString();
    await().atMost(SOON).until(() -> service.status(meetupId, known).body().contains("CONFIRMED"));

    await().atMost(SOON).until(() -> service.management().get(READINESS).status() == 200);

    INFRASTRUCTURE.kafka().kill();
    try {
      // The first finds connections that break, the second finds none.
      for (int i = 0; i < 2; i++) {
        Answer refused =
            inTime(() ->
                service.browser().postJson(path, ADA, "Idempotency-Key", "a-key-for-an-outage"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.json().path("detail").asString())
            .contains("outcome is unknown", "Idempotency-Key");
      }
      String[] token = {"Authorization", "Bearer " + tokens.issue(meetupId, known)};
      String rsvp = "/api/rsvps/" + known;
      assertThat(inTime(() -> service.browser().delete(rsvp, token)).status()).isEqualTo(503);
      assertThat(inTime(() -> service.browser().postJson(rsvp + "/erasure", "", token)).status())
          .isEqualTo(503);
      Answer page =
          inTime(() ->
              service
                  .browser()
                  .postForm(
                      "/rsvps/" + known + "/cancellation",
                      "token=" + tokens.issue(meetupId, known)));
      assertThat(page.status()).isEqualTo(503);
      assertThat(page.body()).contains("Please try again in a moment");

      assertThat(service.status(meetupId, known).json().path("status").asString())
          .isEqualTo("CONFIRMED");
      assertThat(service.management().get(READINESS).status()).isEqualTo(200);
    } finally {
      INFRASTRUCTURE.kafka().start();
    }

    Answer[] accepted = new Answer[1];
    await()
        .atMost(RECOVERY)
        .until(() -> {
          accepted[0] =
              service.browser().postJson(path, ADA, "Idempotency-Key", "a-key-for-an-outage");
          return accepted[0].status() == 202;
        });
    String rsvpId = accepted[0].json().path("rsvpId").asString();
    await()
        .atMost(RECOVERY)
        .until(() -> service.status(meetupId, rsvpId).body().contains("\"CONFIRMED\""));
    List<SeatConfirmed> decisions =
        service.topic(Topics.SEATS).records(meetupId).stream()
            .map(decision -> (SeatConfirmed) decision.value())
            .filter(confirmed -> confirmed.getRsvpId().equals(rsvpId))
            .toList();
    assertThat(decisions).hasSize(1);
  }

  /**
   * A connection that was in use a moment before would be waited for longer: up to the time limit
   * of a statement.
   */
  @Test
  void saysInTimeThatTheDatabaseDoesNotAnswer() throws SQLException {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvps = "/api/meetups/" + meetupId + "/rsvps";
    String rsvpId = service.browser().postJson(rsvps, ADA).json().path("rsvpId").asString();
    await().atMost(SOON).until(() -> service.status(meetupId, rsvpId).body().contains("CONFIRMED"));

    try (FrozenDatabase _ = FrozenDatabase.freeze(INFRASTRUCTURE.database())) {
      Answer status = inTime(() -> service.status(meetupId, rsvpId));
      assertThat(status.status()).isEqualTo(503);
      assertThat(status.header("Retry-After")).isEqualTo("5");
      assertThat(status.json().path("detail").asString())
          .contains("database does not answer", "unknown");
      // How many guests may come is in the database; a meetup that was found once needs none.
      String withAGuest = ADA.replace("}", ", \"guests\": 1}");
      assertThat(inTime(() -> service.browser().postJson(rsvps, withAGuest)).status())
          .isEqualTo(503);
      Answer form =
          inTime(() ->
              service
                  .browser()
                  .postForm(
                      "/meetups/" + meetupId + "/rsvps",
                      "name=Grace&email=grace%40example.org&guests=2&agreed=yes"));
      assertThat(form.status()).isEqualTo(503);
      assertThat(form.body())
          .contains("Nothing that you typed is lost", "name=\"key\"", "name=\"sure\"")
          .contains("value=\"Grace\"", "value=\"grace@example.org\"", "value=\"2\"")
          .contains("action=\"/meetups/" + meetupId + "/rsvps\"", "value=\"yes\"");
    }

    await().atMost(RECOVERY).until(() -> service.status(meetupId, rsvpId).status() == 200);
  }

  private interface Request {
    Answer send();
  }

  private static Answer inTime(Request request) {
    long start = System.nanoTime();
    Answer answer = request.send();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    return answer;
  }
}
