package org.doorsopen.rsvp.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;
import static org.doorsopen.rsvp.RunningService.organizer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.RsvpTokens.Claim;
import org.doorsopen.identity.RsvpTokens.Purpose;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.CancelledBy;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import tools.jackson.databind.JsonNode;

@RsvpService
class RsvpRequestIT {

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;
  @Autowired private KafkaListenerEndpointRegistry listeners;

  private static final String ADA =
      "{\"name\": \"Ada\", \"email\": \"Ada@Example.org\", \"guests\": 1, \"locale\": \"de\"}";
  private static final String KEY = "a key of some length";
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void writesTheContactAndThenTheRequest() {
    String meetupId = service.publish(Schedules.aMeetup(8));

    Answer answer = service.browser().postJson(rsvps(meetupId), ADA, "traceparent", TRACE);

    assertThat(answer.status()).isEqualTo(202);
    JsonNode rsvp = answer.json();
    String rsvpId = rsvp.path("rsvpId").stringValue();
    assertThat(answer.header("Location")).isEqualTo("/api/rsvps/" + rsvpId);
    assertThat(rsvp.path("status").stringValue()).isEqualTo("REQUESTED");
    assertThat(rsvp.path("meetupId").stringValue()).isEqualTo(meetupId);
    String token = rsvp.path("token").stringValue();
    assertThat(tokens.read(rsvpId, token)).hasValue(new Claim(meetupId, Purpose.ANSWER, null));

    ConsumerRecord<String, Object> contact = only(service.topic(Topics.CONTACTS).records(rsvpId));
    assertThat(contact.value())
        .isInstanceOfSatisfying(
            ContactProvided.class,
            provided -> {
              assertThat(provided.getName()).isEqualTo("Ada");
              assertThat(provided.getEmail()).isEqualTo("Ada@Example.org");
              assertThat(provided.getLocale()).isEqualTo("de");
            });
    ConsumerRecord<String, Object> request = only(service.topic(Topics.RSVPS).records(meetupId));
    assertThat(request.value())
        .isInstanceOfSatisfying(
            RsvpRequested.class,
            requested -> {
              assertThat(requested.getRsvpId()).isEqualTo(rsvpId);
              assertThat(requested.getGuests()).isEqualTo(1);
              assertThat(requested.getRequestedAt())
                  .isBeforeOrEqualTo(Instant.ofEpochMilli(request.timestamp()));
            });
    assertThat(EventHeaders.readFrom(request.headers()))
        .hasValueSatisfying(written ->
            assertThat(written.traceparent().value()).startsWith(TRACE.substring(0, 36)));
    assertThat(request.value().toString()).doesNotContainIgnoringCase("ada@example.org");
  }

  @Test
  void readsNoMoreThanAnRsvpNeeds() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String padded = "{\"name\": \"Ada\", \"email\": \"ada@example.org\"" + " ".repeat(4_096) + "}";

    assertThat(service.browser().postJson(rsvps(meetupId), padded).status()).isEqualTo(413);
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).isEmpty();
  }

  @Test
  void looksForTheMeetupBeforeItReadsTheBody() {
    assertThat(service.browser().postJson(rsvps(newId()), "no JSON").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/calendar", "application/xml", "nonsense"})
  void writesNothingForAClientThatTakesNoAnswer(String accepted) {
    String meetupId = service.publish(Schedules.aMeetup(8));

    Answer answer = service.browser().postJson(rsvps(meetupId), ADA, "Accept", accepted);

    assertThat(answer.status()).isEqualTo(406);
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).isEmpty();
  }

  @Test
  void isDecidedAndShown() {
    String meetupId = service.publish(Schedules.aMeetup(2));

    String first = requested(meetupId, "ada");
    String second = requested(meetupId, "bob");

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode ada = service.status(meetupId, first).json();
          assertThat(ada.path("status").stringValue()).isEqualTo("CONFIRMED");
          assertThat(ada.path("seats").intValue()).isEqualTo(2);
          assertThat(ada.path("guests").intValue()).isEqualTo(1);
          assertThat(ada.path("name").stringValue()).isEqualTo("ada");
          JsonNode bob = service.status(meetupId, second).json();
          assertThat(bob.path("status").stringValue()).isEqualTo("WAITLISTED");
          assertThat(bob.path("waitlistPosition").intValue()).isEqualTo(1);
        });
  }

  @Test
  void changesThePartyAndSaysWhatWasDecided() {
    String meetupId = service.publish(Schedules.aMeetup(3));
    String ada = requested(meetupId, "ada");
    String bob = requested(meetupId, "bob");

    String more = change(meetupId, ada, 2);
    awaitDecision(meetupId, ada, more, "CHANGED", 2, null);
    String fewer = change(meetupId, ada, 0);
    awaitDecision(meetupId, ada, fewer, "CHANGED", 0, null);
    String full = change(meetupId, ada, 1);
    awaitDecision(meetupId, ada, full, "DECLINED", 1, "FULL");

    assertThat(service.status(meetupId, ada).json().path("seats").intValue()).isEqualTo(1);
    assertThat(service.status(meetupId, bob).json().path("status").stringValue())
        .isEqualTo("CONFIRMED");
    assertThat(change(meetupId, ada, 1)).as("the same key").isEqualTo(full);
    assertThat(service.topic(Topics.RSVPS).records(meetupId))
        .extracting(written -> written.value().getClass().getSimpleName())
        .containsSubsequence("RsvpRequested", "AddressConfirmed", "PartyChangeRequested")
        .doesNotContain("RsvpCancelled");
  }

  private String change(String meetupId, String rsvpId, int guests) {
    Answer answer =
        service
            .browser()
            .postJson(
                "/api/rsvps/" + rsvpId + "/changes",
                "{\"guests\": %d}".formatted(guests),
                "Authorization",
                "Bearer " + tokens.issueForMail(meetupId, rsvpId),
                "Idempotency-Key",
                KEY);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("status").stringValue()).isEqualTo("REQUESTED");
    String changeId = answer.json().path("changeId").stringValue();
    assertThat(answer.header("Location"))
        .isEqualTo("/api/rsvps/%s/changes/%s".formatted(rsvpId, changeId));
    return changeId;
  }

  private void awaitDecision(
      String meetupId,
      String rsvpId,
      String changeId,
      String status,
      int guests,
      @Nullable String reason) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode change =
              service
                  .browser()
                  .get(
                      "/api/rsvps/%s/changes/%s".formatted(rsvpId, changeId),
                      "Authorization",
                      "Bearer " + tokens.issueForMail(meetupId, rsvpId))
                  .json();
          assertThat(change.path("status").stringValue()).isEqualTo(status);
          assertThat(change.path("guests").intValue()).isEqualTo(guests);
          assertThat(change.path("reason").asStringOpt().orElse(null)).isEqualTo(reason);
        });
  }

  @Test
  void takesAChangeOfAPartyFromTheTokensThatMayCancelAndNoOther() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String ada = requested(meetupId, "ada");
    String path = "/api/rsvps/" + ada + "/changes";
    String none = "{\"guests\": 0}";
    String answered = "Bearer " + tokens.issue(meetupId, ada);
    String calendar = "Bearer " + tokens.issueForCalendar(meetupId, ada);

    Answer byAnswer = service.browser().postJson(path, none, "Authorization", answered);
    assertThat(byAnswer.status()).isEqualTo(202);
    Answer byCalendar = service.browser().postJson(path, none, "Authorization", calendar);
    assertThat(byCalendar.status()).isEqualTo(403);
    assertThat(service.browser().postJson(path, none).status()).isEqualTo(401);
    assertThat(service.browser().postJson(path + "?token=x", none).status()).isEqualTo(401);
    for (String body : List.of("{}", "{\"guests\": -1}", "{\"guests\": 21}", "[]")) {
      assertThat(service.browser().postJson(path, body, "Authorization", answered).status())
          .as(body)
          .isEqualTo(400);
    }
    String padded = "{\"guests\": 0" + " ".repeat(4_096) + "}";
    assertThat(service.browser().postJson(path, padded).status()).isEqualTo(413);
    assertThat(service.browser().get(path + "/no-uuid", "Authorization", answered).status())
        .isEqualTo(404);
    awaitDecision(
        meetupId, ada, byAnswer.json().path("changeId").stringValue(), "CHANGED", 0, null);

    service.browser().delete("/api/rsvps/" + ada, "Authorization", answered);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(service.browser().postJson(path, none, "Authorization", answered).status())
                .isEqualTo(409));
  }

  @Test
  void givesTheSamePersonTheSameRsvpForTheSameKey() {
    String meetupId = service.publish(Schedules.aMeetup(8));

    JsonNode first =
        service.browser().postJson(rsvps(meetupId), ADA, "Idempotency-Key", KEY).json();
    JsonNode again =
        service.browser().postJson(rsvps(meetupId), ADA, "Idempotency-Key", KEY).json();
    JsonNode other =
        service
            .browser()
            .postJson(rsvps(meetupId), ADA, "Idempotency-Key", "another key of some length")
            .json();
    JsonNode keyless = service.browser().postJson(rsvps(meetupId), ADA).json();

    assertThat(again).isEqualTo(first);
    assertThat(
            Stream.of(first, other, keyless)
                .map(rsvp -> rsvp.path("rsvpId").stringValue())
                .distinct())
        .hasSize(3);
  }

  /** Nothing is awaited in between: a client does not wait either. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"Mallory\", \"email\": \"Ada@Example.org\", \"guests\": 1, \"locale\": \"de\"}",
        "{\"name\": \"Ada\", \"email\": \"Ada@Example.org\", \"guests\": 0, \"locale\": \"de\"}",
        "{\"name\": \"Ada\", \"email\": \"Ada@Example.org\", \"guests\": 1, \"locale\": \"en\"}",
        "{\"name\": \"Ada\", \"email\": \"Ada@Example.org\", \"guests\": 1}",
        "{\"name\": \"Ada\", \"email\": \"ada@example.org\", \"guests\": 1, \"locale\": \"de\"}"
      })
  void refusesAKeyThatComesAgainWithOtherDetailsAndChangesNothing(String other) {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId =
        service
            .browser()
            .postJson(rsvps(meetupId), ADA, "Idempotency-Key", KEY)
            .json()
            .path("rsvpId")
            .stringValue();

    refusesOtherDetails(meetupId, other);
    await().atMost(SOON).until(() -> service.status(meetupId, rsvpId).body().contains("CONFIRMED"));
    refusesOtherDetails(meetupId, other);

    assertThat(service.topic(Topics.RSVPS).records(meetupId)).hasSize(1);
    assertThat(service.topic(Topics.CONTACTS).records(rsvpId)).hasSize(1);
    assertThat(service.browser().postJson(rsvps(meetupId), ADA, "Idempotency-Key", KEY).status())
        .isEqualTo(202);
  }

  private void refusesOtherDetails(String meetupId, String body) {
    Answer answer = service.browser().postJson(rsvps(meetupId), body, "Idempotency-Key", KEY);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Nothing has changed").doesNotContain("token");
  }

  @Test
  void saysTrulyThatNothingFollowsAKeyWhoseRsvpHasEnded() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    JsonNode rsvp = service.browser().postJson(rsvps(meetupId), ADA, "Idempotency-Key", KEY).json();
    String rsvpId = rsvp.path("rsvpId").stringValue();
    String token = rsvp.path("token").stringValue();
    service.browser().delete("/api/rsvps/" + rsvpId, "Authorization", "Bearer " + token);

    hasEnded(meetupId);
    await().atMost(SOON).until(() -> service.status(meetupId, rsvpId).body().contains("CANCELLED"));
    hasEnded(meetupId);

    assertThat(service.topic(Topics.CONTACTS).records(rsvpId)).hasSize(1);
    String again =
        service
            .browser()
            .postJson(rsvps(meetupId), ADA, "Idempotency-Key", KEY + " and more")
            .json()
            .path("rsvpId")
            .stringValue();
    await().atMost(SOON).until(() -> service.status(meetupId, again).body().contains("CONFIRMED"));
  }

  private void hasEnded(String meetupId) {
    Answer answer = service.browser().postJson(rsvps(meetupId), ADA, "Idempotency-Key", KEY);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("has ended");
  }

  @Test
  void looksTheSameToAStrangerWhetherOrNotTheAddressIsRegistered() {
    String meetupId = service.publish(Schedules.aMeetup(1));
    String body = "{\"name\": \"x\", \"email\": \"%s@example.org\", \"guests\": 1}";
    String seat = asked(meetupId, body.replace("1}", "0}").formatted("ada"));
    await().atMost(SOON).until(() -> service.status(meetupId, seat).body().contains("CONFIRMED"));

    String known = asked(meetupId, body.formatted("ada"));
    String unknown = asked(meetupId, body.formatted("bob"));
    String again = asked(meetupId, body.replace("1}", "0}").formatted("ada"));

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(reason(service.status(meetupId, known))).isEqualTo("ALREADY_REGISTERED");
          assertThat(reason(service.status(meetupId, unknown))).isEqualTo("ROOM_TOO_SMALL");
          assertThat(reason(service.status(meetupId, again))).isEqualTo("ALREADY_REGISTERED");
        });
    assertThat(service.statusForAnybody(meetupId, known).body().replace(known, ""))
        .isEqualTo(service.statusForAnybody(meetupId, unknown).body().replace(unknown, ""))
        .doesNotContain("Otherwise");
    assertThat(service.statusForAnybody(meetupId, again).body())
        .contains("\"status\":\"REQUESTED\"", "\"reason\":null", "\"seats\":null");
  }

  private String asked(String meetupId, String body) {
    return service.browser().postJson(rsvps(meetupId), body).json().path("rsvpId").stringValue();
  }

  private static @Nullable String reason(Answer status) {
    return status.json().path("reason").asString(null);
  }

  @Test
  void takesNoTokenFromTheQueryButWhereALinkMustCarryIt() {
    String meetupId = newId();
    String rsvpId = newId();
    String query = "?token=" + tokens.issueForMail(meetupId, rsvpId);
    String api = "/api/rsvps/" + rsvpId;

    assertThat(service.browser().get(api + query).status()).isEqualTo(401);
    assertThat(service.browser().delete(api + query).status()).isEqualTo(401);
    assertThat(service.browser().postJson(api + "/erasure" + query, "").status()).isEqualTo(401);
    for (String form : List.of("/cancellation", "/erasure")) {
      assertThat(service.browser().postForm("/rsvps/" + rsvpId + form + query, "").status())
          .isEqualTo(401);
    }
    assertThat(service.browser().get("/rsvps/" + rsvpId + query).status()).isEqualTo(200);
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).isEmpty();
  }

  @Test
  void onlyShowsToTheLinkOfACalendarWhichOthersSee() {
    String meetupId = newId();
    String rsvpId = newId();
    String[] calendar = {"Authorization", "Bearer " + tokens.issueForCalendar(meetupId, rsvpId)};

    assertThat(service.browser().get("/api/rsvps/" + rsvpId, calendar).status()).isEqualTo(200);
    assertThat(service.browser().delete("/api/rsvps/" + rsvpId, calendar).status()).isEqualTo(403);
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).isEmpty();
  }

  static Stream<Arguments> wrongBodies() {
    return Stream.of(
        Arguments.of("{\"name\": \"  \", \"email\": \"ada@example.org\"}", List.of("name")),
        Arguments.of(body("n".repeat(101), "ada@example.org"), List.of("name")),
        Arguments.of(body("A\\u0007da", "ada@example.org"), List.of("name")),
        Arguments.of(body("Ada\\nBcc: x", "ada@example.org"), List.of("name")),
        Arguments.of(body("A\\u0000da", "ada@example.org"), List.of("name")),
        Arguments.of(body("Ada", "ada.example.org"), List.of("email")),
        Arguments.of(body("Ada", "a".repeat(250) + "@example.org"), List.of("email")),
        Arguments.of(body("Ada", "ada@example.org, bob@example.org"), List.of("email")),
        Arguments.of("{}", List.of("name", "email")),
        Arguments.of(with("\"guests\": -1"), List.of("guests")),
        Arguments.of(with("\"guests\": \"two\""), List.of("guests")),
        Arguments.of(with("\"locale\": 5"), List.of("locale")),
        Arguments.of(with("\"seats\": 1"), List.of("seats")),
        Arguments.of(
            "{\"name\": 7, \"email\": null, \"guests\": 1.5, \"x\": 0}",
            List.of("name", "email", "guests", "x")));
  }

  @ParameterizedTest
  @MethodSource("wrongBodies")
  void namesEveryWrongField(String body, List<String> fields) {
    Answer answer = service.browser().postJson(rsvps(service.publish(Schedules.aMeetup(8))), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(
            answer.json().path("errors").values().stream()
                .map(error -> error.path("field").stringValue()))
        .containsExactlyInAnyOrderElementsOf(fields);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"name\": \"A\", \"name\": \"B\"}"})
  void refusesAnythingButAJsonObject(String body) {
    Answer answer = service.browser().postJson(rsvps(service.publish(Schedules.aMeetup(8))), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void refusesBodiesThatAreTooLargeOrOfAnotherKind() {
    String meetupId = service.publish(Schedules.aMeetup(8));

    assertThat(
            service
                .browser()
                .postJson(rsvps(meetupId), body("n".repeat(300_000), "a@b.org"))
                .status())
        .isEqualTo(413);
    assertThat(service.browser().postForm(rsvps(meetupId), "name=Ada").status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "no-uuid", "%F0%9F%9A%AA"})
  void doesNotKnowMeetupsThatWereNeverPublished(String meetupId) {
    Answer answer = service.browser().postJson(rsvps(meetupId), ADA);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void cancelsWithTheTokenBeforeAnybodyKnowsTheRsvp() {
    String meetupId = newId();
    String rsvpId = newId();
    String token = tokens.issue(meetupId, rsvpId);

    Answer answer =
        service.browser().delete("/api/rsvps/" + rsvpId, "Authorization", "Bearer " + token);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(only(service.topic(Topics.RSVPS).records(meetupId)).value())
        .isInstanceOfSatisfying(
            RsvpCancelled.class,
            cancelled -> {
              assertThat(cancelled.getRsvpId()).isEqualTo(rsvpId);
              assertThat(cancelled.getCancelledBy()).isEqualTo(CancelledBy.ATTENDEE);
              assertThat(cancelled.getOrganizer()).isNull();
            });
  }

  @Test
  void cancelsForTheOrganizerWhoNeedsNoToken() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, "ada");
    await()
        .atMost(SOON)
        .until(() ->
            service.browser().delete("/api/rsvps/" + rsvpId, "Authorization", organizer()).status()
                == 202);

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode status = service.status(meetupId, rsvpId).json();
          assertThat(status.path("status").stringValue()).isEqualTo("CANCELLED");
          assertThat(status.path("reason").stringValue()).isEqualTo("ORGANIZER");
        });
    assertThat(service.topic(Topics.RSVPS).records(meetupId).getLast().value())
        .isInstanceOfSatisfying(
            RsvpCancelled.class,
            cancelled -> assertThat(cancelled.getOrganizer()).isEqualTo("organizer"));
    assertThat(
            service
                .browser()
                .get("/api/meetups/" + meetupId + "/rsvps", "Authorization", organizer())
                .json()
                .at("/rsvps/0/cancelledBy")
                .asString())
        .isEqualTo("organizer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0b0f6a0e-3f52-4d2b-9d0e-5a4f6f3f2f10", "no-uuid"})
  void doesNotKnowEveryRsvpForTheOrganizer(String rsvpId) {
    assertThat(
            service.browser().delete("/api/rsvps/" + rsvpId, "Authorization", organizer()).status())
        .isEqualTo(404);
  }

  @Test
  void tellsNothingWithoutTheToken() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String known = requested(meetupId, "ada");
    await().atMost(SOON).until(() -> service.status(meetupId, known).body().contains("CONFIRMED"));

    for (String rsvpId : List.of(known, newId(), "no-uuid")) {
      String path = "/api/rsvps/" + rsvpId;
      String wrong = tokens.issue(meetupId, newId());
      for (Answer answer :
          List.of(
              service.browser().get(path),
              service.browser().get(path + "?token=" + wrong),
              service.browser().get(path, "Authorization", "Bearer " + wrong),
              service.browser().get(path + "/events?token=" + wrong),
              service.browser().delete(path),
              service.browser().delete(path + "?token=x"),
              service.browser().get(path + "?token=" + tokens.issueForMail(meetupId, rsvpId)),
              service.browser().postJson(path + "/erasure", ""))) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.body().replace(rsvpId, "")).doesNotContain(known).contains("token");
      }
    }
  }

  @Test
  void refusesGuestsThatNobodyMayBringAndWritesNothing() {
    String meetupId = service.publish(Schedules.aMeetup(8));

    Answer answer = service.browser().postJson(rsvps(meetupId), with("\"guests\": 3"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("guests");
    assertThat(answer.json().at("/errors/0/message").asString())
        .isEqualTo("must be at most 2, as many as one may bring to this meetup");
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).isEmpty();
    assertThat(service.browser().postJson(rsvps(meetupId), with("\"guests\": 2")).status())
        .isEqualTo(202);
  }

  @Test
  void takesGuestsThatAPublicationAdmitsWhichTheReadModelHasNotReadYet() {
    ScheduleChanged schedule = Schedules.aMeetup(8);
    String meetupId = service.publish(schedule);
    MessageListenerContainer schedules =
        Objects.requireNonNull(listeners.getListenerContainer("rsvp-read-model-schedules"));
    schedules.stop();
    try {
      service.write(
          Topics.SCHEDULES,
          meetupId,
          ScheduleChanged.newBuilder(schedule)
              .setVersion(2)
              .setMeetup(Meetup.newBuilder(schedule.getMeetup()).setMaxGuests(5).build())
              .build());

      Answer answer = service.browser().postJson(rsvps(meetupId), with("\"guests\": 5"));

      assertThat(answer.status()).isEqualTo(202);
    } finally {
      schedules.start();
    }
  }

  @Test
  void asksANetworkToWaitThatTriesTokens() {
    String path = "/api/rsvps/" + newId() + "?token=a.b";
    for (int i = 0; i < 200; i++) {
      assertThat(service.browser().get(path, "X-Forwarded-For", "203.0.113.7").status())
          .isNotEqualTo(429);
    }

    Answer answer = service.browser().get(path, "X-Forwarded-For", "203.0.113.7");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).matches("\\d+");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(service.browser().get(path, "X-Forwarded-For", "203.0.113.8").status())
        .isNotEqualTo(429);
  }

  @Test
  void isStillRequestedWhereNothingIsKnown() {
    String rsvpId = newId();
    String meetupId = newId();

    Answer answer = service.status(meetupId, rsvpId);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").stringValue()).isEqualTo("REQUESTED");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  private String requested(String meetupId, String name) {
    String body =
        "{\"name\": \"%s\", \"email\": \"%s@example.org\", \"guests\": 1}".formatted(name, name);
    return service.browser().postJson(rsvps(meetupId), body).json().path("rsvpId").stringValue();
  }

  private static String rsvps(String meetupId) {
    return "/api/meetups/" + meetupId + "/rsvps";
  }

  private static String body(String name, String email) {
    return "{\"name\": \"%s\", \"email\": \"%s\"}".formatted(name, email);
  }

  private static String with(String field) {
    return "{\"name\": \"Ada\", \"email\": \"ada@example.org\", %s}".formatted(field);
  }

  private static <T> T only(List<T> items) {
    assertThat(items).hasSize(1);
    return items.getFirst();
  }
}
