package org.doorsopen.rsvp.attendees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;
import static org.doorsopen.rsvp.RunningService.organizer;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.Decisions;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.DeliveryFailed;
import org.doorsopen.schemas.events.DeliveryFailure;
import org.doorsopen.schemas.events.DeliveryResumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RsvpService
class AttendeesIT {

  @Autowired private RunningService service;

  @Test
  void listsEveryoneInTheOrderOfTheDecisions() {
    String meetupId = service.publish(Schedules.aMeetup(3));
    String ada = request(meetupId, "Ada", "ada@example.org");
    String bob = request(meetupId, "=2+3", "bob@example.org");
    String eve = request(meetupId, "Eve", "ada@example.org");
    String path = "/api/meetups/" + meetupId + "/rsvps";

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          Answer list = service.browser().get(path, "Authorization", organizer());
          assertThat(list.status()).isEqualTo(200);
          JsonNode rsvps = list.json().path("rsvps");
          assertThat(rsvps.values().stream().map(AttendeesIT::inShort))
              .containsExactly(
                  ada + " Ada ada@example.org CONFIRMED 2 null null CONFIRMED",
                  bob + " =2+3 bob@example.org WAITLISTED 2 1 null WAITLISTED",
                  eve + " Eve ada@example.org DECLINED 2 null ALREADY_REGISTERED DECLINED");
          assertThat(rsvps.get(0).propertyNames())
              .containsExactly(
                  "rsvpId",
                  "name",
                  "email",
                  "status",
                  "seats",
                  "waitlistPosition",
                  "reason",
                  "agreement",
                  "undelivered",
                  "cancelledBy",
                  "decision",
                  "decidedAt",
                  "grantedBy");
        });

    Answer csv = asCsv(meetupId);
    assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(csv.body().replaceAll("[0-9TZ:.-]{20,}\r", "then\r"))
        .isEqualTo(
            """
            \ufeffrsvpId,name,email,status,seats,waitlistPosition,reason,undelivered,cancelledBy,\
            decision,decidedAt\r
            %s,Ada,ada@example.org,CONFIRMED,2,,,,,CONFIRMED,then\r
            %s,"'=2+3",bob@example.org,WAITLISTED,2,1,,,,WAITLISTED,then\r
            %s,Eve,ada@example.org,DECLINED,2,,ALREADY_REGISTERED,,,DECLINED,then\r
            """
                .formatted(ada, bob, eve));
  }

  private static String inShort(JsonNode rsvp) {
    return Stream.of(
            "rsvpId", "name", "email", "status", "seats", "waitlistPosition", "reason", "decision")
        .map(name -> rsvp.path(name).asString("null"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void showsWhoseMailsReachNobodyUntilTheyDoAgain() {
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8)));
    String ada = newId();
    service.write(Topics.SEATS, decisions.meetupId(), decisions.confirmed(ada, 2));
    Instant then = Instant.parse("2024-03-01T12:00:00Z");
    service.write(
        Topics.DELIVERIES,
        ada,
        new DeliveryFailed(
            ada, decisions.meetupId(), newId(), DeliveryFailure.ADDRESS_REFUSED, then));

    awaitUndelivered(
        decisions.meetupId(),
        "{\"reason\":\"ADDRESS_REFUSED\",\"since\":\"2024-03-01T12:00:00Z\"}");
    assertThat(figures(decisions.meetupId())).contains("Mails reach nobody");
    assertThat(csv(decisions.meetupId())).contains(",CONFIRMED,2,,,ADDRESS_REFUSED,,CONFIRMED,");

    service.write(
        Topics.DELIVERIES, ada, new DeliveryResumed(ada, decisions.meetupId(), newId(), then));

    awaitUndelivered(decisions.meetupId(), "null");
    assertThat(figures(decisions.meetupId())).doesNotContain("Mails reach nobody");
    assertThat(csv(decisions.meetupId())).contains(",CONFIRMED,2,,,,,CONFIRMED,");
  }

  private void awaitUndelivered(String meetupId, String undelivered) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(
                    service
                        .browser()
                        .get("/api/meetups/" + meetupId + "/rsvps", "Authorization", organizer())
                        .json()
                        .at("/rsvps/0/undelivered")
                        .toString())
                .isEqualTo(undelivered));
  }

  private String csv(String meetupId) {
    return asCsv(meetupId).body();
  }

  private Answer asCsv(String meetupId) {
    String path = "/api/meetups/" + meetupId + "/rsvps";
    return service.browser().get(path, "Authorization", organizer(), "Accept", "text/csv");
  }

  private String figures(String meetupId) {
    return service
        .browser()
        .get(
            "/desk/attendees/" + meetupId + "/figures",
            "Authorization",
            organizer(),
            "Accept",
            "text/html")
        .body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/csv"})
  void isForOrganizersAndForMeetupsThatExist(String accept) {
    String path = "/api/meetups/" + newId() + "/rsvps";

    Answer stranger = service.browser().get(path, "Accept", accept);
    Answer unknown = service.browser().get(path, "Accept", accept, "Authorization", organizer());

    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.header("WWW-Authenticate")).startsWith("Basic");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
    assertThat(unknown.json().path("detail").asString()).isEqualTo("There is no such meetup.");
  }

  @Test
  void isJsonForClientsThatTakeAnything() {
    String path = "/api/meetups/" + service.publish(Schedules.aMeetup(3)) + "/rsvps";

    assertThat(service.browser().get(path, "Authorization", organizer()).body())
        .isEqualTo("{\"rsvps\":[]}");
    assertThat(service.browser().get(path, "Authorization", organizer(), "Accept", "*/*").body())
        .isEqualTo("{\"rsvps\":[]}");
    assertThat(
            service
                .browser()
                .get(path, "Authorization", organizer(), "Accept", "image/png")
                .status())
        .isEqualTo(406);
  }

  private String request(String meetupId, String name, String email) {
    return service
        .browser()
        .postJson(
            "/api/meetups/" + meetupId + "/rsvps",
            "{\"name\": \"%s\", \"email\": \"%s\", \"guests\": 1}".formatted(name, email))
        .json()
        .path("rsvpId")
        .asString();
  }
}
