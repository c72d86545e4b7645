package org.doorsopen.rsvp.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.AddressConfirmed;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DataExportRequested;
import org.doorsopen.schemas.events.HeldRsvp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RsvpService
class DataExportsIT {

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void asksForAMailWithEveryRsvpOfTheAddressAndWithoutNamesAndAddresses() {
    String address = newId() + "@example.org";
    String first = service.publish(Schedules.aMeetup(8));
    String second = service.publish(Schedules.aMeetup(8));
    String seat = requested(first, address);
    String other = requested(second, address.toUpperCase(Locale.ROOT));
    String stranger = requested(first, newId() + "@example.org");
    await()
        .atMost(SOON)
        .until(() -> isDecided(first, seat) && isDecided(second, other) && named(stranger));

    Answer answer = ask(seat, tokens.issueForMail(first, seat));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
    DataExportRequested asked = requestsOf(seat).getFirst();
    assertThat(asked.getRsvps())
        .extracting(HeldRsvp::getRsvpId)
        .containsExactlyInAnyOrder(seat, other);
    assertThat(asked.getRsvps())
        .allSatisfy(held -> {
          assertThat(held.getStatus()).isEqualTo("CONFIRMED");
          assertThat(held.getPartySize()).isEqualTo(1);
        });
    assertThat(asked.getOthers()).isZero();
    assertThat(asked.toString()).doesNotContainIgnoringCase(address).doesNotContain("Ada");
    assertThat(service.topic(Topics.RSVPS).records(first))
        .extracting(ConsumerRecord::value)
        .hasAtLeastOneElementOfType(AddressConfirmed.class);
  }

  @Test
  void asksByThePageOfTheRsvpAndShowsNothingThere() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, newId() + "@example.org");
    String token = tokens.issueForMail(meetupId, rsvpId);
    await().atMost(SOON).until(() -> named(rsvpId));

    assertThat(service.browser().get("/rsvps/" + rsvpId + "?token=" + token).body())
        .contains(
            "action=\"/rsvps/%s/export\"".formatted(rsvpId), "Send me what you hold about me");
    assertThat(requestsOf(rsvpId)).isEmpty();
    Answer page = service.browser().postForm("/rsvps/" + rsvpId + "/export", "token=" + token);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Please look into your mailbox").doesNotContain("@example");
    assertThat(requestsOf(rsvpId)).hasSize(1);
  }

  @Test
  void isOfferedBeforeEverythingIsErased() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, newId() + "@example.org");
    String token = tokens.issueForErasure(meetupId, rsvpId, Instant.now().plusSeconds(60));
    String path = "/rsvps/" + rsvpId;
    await().atMost(SOON).until(() -> named(rsvpId));

    assertThat(service.browser().get(path + "/erasure?token=" + token).body())
        .contains("action=\"%s/export\"".formatted(path));
    Answer page = service.browser().postForm(path + "/export", "token=" + token);

    assertThat(page.body()).contains("Please look into your mailbox");
    assertThat(requestsOf(rsvpId)).hasSize(1);
    assertThat(service.browser().get(path + "/erasure?token=" + token).body())
        .contains("action=\"erasure\"");
  }

  @Test
  void asksForNobodyWithAnotherToken() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, newId() + "@example.org");
    List<String> showing =
        List.of(tokens.issue(meetupId, rsvpId), tokens.issueForCalendar(meetupId, rsvpId));
    String page = "/rsvps/" + rsvpId + "/export";

    for (String token : showing) {
      assertThat(ask(rsvpId, token).status()).isEqualTo(403);
      assertThat(service.browser().postForm(page, "token=" + token).status()).isEqualTo(403);
      assertThat(service.browser().get("/rsvps/" + rsvpId + "?token=" + token).body())
          .doesNotContain("/export");
    }
    String erasure = tokens.issueForErasure(meetupId, rsvpId, Instant.now().plusSeconds(60));
    String ofAnother = tokens.issueForMail(meetupId, newId());
    for (String token : List.of(erasure, ofAnother, "a.b", "")) {
      assertThat(ask(rsvpId, token).status()).isEqualTo(401);
    }
    String right = tokens.issueForMail(meetupId, rsvpId);
    assertThat(service.browser().postForm(page + "?token=" + right, "").status()).isEqualTo(401);
    assertThat(requestsOf(rsvpId)).isEmpty();
  }

  @Test
  void namesTheNewestThousandOfAnAddressAndCountsTheOthers() {
    String address = newId() + "@example.org";
    String meetupId = service.publish(Schedules.aMeetup(8));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String newest = newId();
    jdbc.update(
        """
        insert into contacts (rsvp_id, meetup_id, name, email, normalized_email, locale, received_at, read_offset)
        select gen_random_uuid()::text, ?, 'Ada', ?, ?, 'en', now() - interval '1 day', 0
          from generate_series(1, 1004)
        """,
        meetupId,
        address,
        address);
    service.write(
        Topics.CONTACTS,
        newest,
        new ContactProvided(newest, meetupId, "Ada", address, "en", now, null));
    await().atMost(SOON).until(() -> named(newest));

    assertThat(ask(newest, tokens.issueForMail(meetupId, newest)).status()).isEqualTo(202);

    DataExportRequested asked = requestsOf(newest).getFirst();
    assertThat(asked.getRsvps()).hasSize(1_000);
    assertThat(asked.getRsvps().getFirst().getRsvpId()).isEqualTo(newest);
    assertThat(asked.getRsvps().getFirst().getStatus()).isEqualTo("REQUESTED");
    assertThat(asked.getOthers()).isEqualTo(5);
    jdbc.update("delete from contacts where normalized_email = ?", address);
  }

  @Test
  void asksAPersonToWaitWhoAsksAgainAndAgain() {
    String meetupId = newId();
    String rsvpId = newId();
    String token = tokens.issueForMail(meetupId, rsvpId);
    for (int i = 0; i < 10; i++) {
      assertThat(ask(rsvpId, token).status()).isEqualTo(202);
    }

    Answer answer = ask(rsvpId, token);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).matches("\\d+");
    assertThat(requestsOf(rsvpId)).hasSize(10);
  }

  @Test
  void asksAlsoWhereNothingIsKnownYet() {
    String rsvpId = newId();

    assertThat(ask(rsvpId, tokens.issueForMail(newId(), rsvpId)).status()).isEqualTo(202);

    assertThat(requestsOf(rsvpId).getFirst().getRsvps()).isEmpty();
  }

  private List<DataExportRequested> requestsOf(String rsvpId) {
    return service.topic(Topics.MAIL_REQUESTS).records(rsvpId).stream()
        .map(read -> (DataExportRequested) read.value())
        .toList();
  }

  private Answer ask(String rsvpId, String token) {
    return service
        .browser()
        .postJson("/api/rsvps/" + rsvpId + "/export", "", "Authorization", "Bearer " + token);
  }

  private String requested(String meetupId, String email) {
    return service
        .browser()
        .postJson(
            "/api/meetups/" + meetupId + "/rsvps",
            "{\"name\": \"Ada\", \"email\": \"%s\"}".formatted(email))
        .json()
        .path("rsvpId")
        .asString();
  }

  private boolean isDecided(String meetupId, String rsvpId) {
    return named(rsvpId) && service.status(meetupId, rsvpId).body().contains("\"CONFIRMED\"");
  }

  private boolean named(String rsvpId) {
    return jdbc.queryForObject(
            "select count(*) from contacts where rsvp_id = ? and name is not null",
            Long.class,
            rsvpId)
        == 1;
  }
}
