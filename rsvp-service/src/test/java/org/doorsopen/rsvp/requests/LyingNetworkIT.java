package org.doorsopen.rsvp.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.NETWORK;
import static org.doorsopen.rsvp.RunningService.SOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.RequestHeader;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Between service and broker is a network that is slow, breaks, and loses records and answers. */
@RsvpService
class LyingNetworkIT {

  @Autowired private RunningService service;

  private static final String KEY = "a-key-of-16-or-more";
  private static final Duration RECOVERY = Duration.ofSeconds(90);

  @AfterEach
  void behave() {
    NETWORK.behave();
  }

  @Test
  void countsARequestOnceThoughItsAcknowledgementIsLostOnTheWay() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    AtomicInteger requests = new AtomicInteger();

    // The first that it writes is the contact, the second the request.
    NETWORK.swallowAnswersTo(written(_ -> requests.incrementAndGet() == 2));
    Answer answer = rsvp(meetupId, "ada", KEY);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(requests).hasValueGreaterThan(2);
    assertDecidedOnce(meetupId, answer);
    assertThat(requestsOf(meetupId)).hasSize(1);
  }

  @Test
  void countsTheSameKeyOnceWhenTheOutcomeOfTheFirstWasUnknown() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    AtomicInteger requests = new AtomicInteger();

    NETWORK.swallowAnswersTo(written(_ -> requests.incrementAndGet() >= 2));
    assertThat(rsvp(meetupId, "ada", KEY).status()).isEqualTo(503);
    NETWORK.behave();

    await().atMost(SOON).until(() -> requestsOf(meetupId).size() == 1);
    Answer answer = awaitAcknowledgement(meetupId, "ada", KEY);
    assertDecidedOnce(meetupId, answer);
    String rsvpId = answer.json().path("rsvpId").asString();
    assertThat(requestsOf(meetupId))
        .allSatisfy(request -> assertThat(request.getRsvpId()).isEqualTo(rsvpId));
  }

  @Test
  void decidesEverybodyOnceThroughANetworkThatIsSlowAndBreaks() throws Exception {
    String meetupId = service.publish(Schedules.aMeetup(10));
    Random random = new Random(4);
    NETWORK.slowDown(() -> Duration.ofMillis(random.nextInt(60)));
    NETWORK.swallowAnswersTo(written(_ -> random.nextInt(5) == 0));

    List<Answer> answers = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> asking = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        String name = "guest" + i;
        asking.add(people.submit(() -> awaitAcknowledgement(meetupId, name, KEY)));
        if (i % 10 == 9) {
          NETWORK.cut();
        }
      }
      for (Future<Answer> each : asking) {
        answers.add(each.get());
      }
    }
    NETWORK.behave();

    answers.forEach(answer -> assertDecidedOnce(meetupId, answer));
    String seats = "\"seats\":{\"capacity\":10,\"confirmed\":10,\"waitlisted\":20}";
    await()
        .atMost(RECOVERY)
        .until(() -> service.browser().get("/api/meetups/" + meetupId).body().contains(seats));
  }

  /** Requests that write for the HTTP side; seat allocation writes beside it. */
  private static Predicate<RequestHeader> written(Predicate<RequestHeader> which) {
    return request ->
        request.apiKey() == ApiKeys.PRODUCE
            && request.clientId().startsWith("rsvp-service-producer")
            && which.test(request);
  }

  private Answer rsvp(String meetupId, String name, String key) {
    return service
        .browser()
        .postJson(
            "/api/meetups/" + meetupId + "/rsvps",
            "{\"name\": \"%s\", \"email\": \"%s@example.org\"}".formatted(name, name),
            "Idempotency-Key",
            key);
  }

  private Answer awaitAcknowledgement(String meetupId, String name, String key) {
    return await()
        .atMost(RECOVERY)
        .until(() -> rsvp(meetupId, name, key), answer -> answer.status() == 202);
  }

  private void assertDecidedOnce(String meetupId, Answer answer) {
    String rsvpId = answer.json().path("rsvpId").asString();
    await()
        .atMost(RECOVERY)
        .until(() -> !service.status(meetupId, rsvpId).body().contains("\"REQUESTED\""));
    assertThat(service.topic(Topics.SEATS).records(meetupId))
        .filteredOn(written ->
            switch (written.value()) {
              case SeatConfirmed decision -> decision.getRsvpId().equals(rsvpId);
              case SeatWaitlisted decision -> decision.getRsvpId().equals(rsvpId);
              default -> false;
            })
        .hasSize(1);
  }

  private List<RsvpRequested> requestsOf(String meetupId) {
    return service.topic(Topics.RSVPS).records(meetupId).stream()
        .map(ConsumerRecord::value)
        .filter(RsvpRequested.class::isInstance)
        .map(RsvpRequested.class::cast)
        .toList();
  }
}
