package org.doorsopen.rsvp.attendees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;
import static org.doorsopen.rsvp.RunningService.organizer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.GrantReason;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatGrantRequested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Organizers give seats by hand, from the desk to the decision and back. */
@RsvpService
class SeatsByHandIT {

  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;

  @Test
  void givesASeatThatIsKeptToAPartyThatWaitsAndTellsItSo() {
    String meetupId = service.publish(withKept(2, 1));
    request(meetupId, "Ada", "a@example.org");
    String bob = request(meetupId, "Bob", "b@example.org");
    awaitStatus(meetupId, bob, "WAITLISTED");
    assertThat(page("/desk/attendees/" + meetupId))
        .contains("1 of 2 seats are taken", "1 more is kept", "0 are free");
    assertThat(service.browser().get("/api/meetups/" + meetupId).json().path("seats").toString())
        .isEqualTo("{\"capacity\":2,\"confirmed\":1,\"waitlisted\":1,\"kept\":1}");
    assertThat(service.browser().get("/meetups/" + meetupId).body())
        .contains("All seats are taken");
    String path = "/desk/attendees/" + meetupId + "/rsvps/" + bob;
    String form = "reason=SPEAKER&reserved=1&key=" + keyOf(path, "/seats");

    Answer given = post(path + "/seats", form);
    Answer again = post(path + "/seats", form);

    assertThat(given.status()).isEqualTo(303);
    assertThat(again.header("Location")).isEqualTo(given.header("Location"));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(page(given.header("Location")))
                .contains("the seat is given", "An organizer gave the seats", "organizer")
                .doesNotContain("Give the seat"));
    awaitStatus(meetupId, bob, "CONFIRMED");
    assertThat(service.topic(Topics.SEATS).records(meetupId).getLast().value())
        .isInstanceOfSatisfying(
            SeatConfirmed.class,
            event -> {
              assertThat(event.getPromoted()).isTrue();
              assertThat(event.getReservedSeats()).isEqualTo(1);
              assertThat(event.getGrantedBy()).isEqualTo("organizer");
              assertThat(event.getGrantReason()).isEqualTo(GrantReason.SPEAKER);
            });
    assertThat(service.topic(Topics.SEATS).records(meetupId)).hasSize(3);
    assertThat(service.browser().get("/api/meetups/" + meetupId).json().path("seats").toString())
        .isEqualTo("{\"capacity\":2,\"confirmed\":2,\"waitlisted\":0}");
  }

  @Test
  void saysWhyASeatCannotBeGivenAndChangesNothing() {
    String meetupId = service.publish(Schedules.aMeetup(1));
    request(meetupId, "Ada", "a@example.org");
    String bob = request(meetupId, "Bob", "b@example.org");
    awaitStatus(meetupId, bob, "WAITLISTED");
    String path = "/desk/attendees/" + meetupId + "/rsvps/" + bob;

    Answer asked = post(path + "/seats", "reason=HOST&key=" + newId());

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(page(asked.header("Location")))
                .contains("there are not as many seats", "Waiting, number 1 in line"));
    assertThat(service.status(meetupId, bob).json().path("status").asString())
        .isEqualTo("WAITLISTED");
  }

  @Test
  void addsAPersonOnceHoweverOftenTheFormIsSent() {
    String meetupId = service.publish(withKept(1, 1));
    String path = "/desk/attendees/" + meetupId + "/new";
    assertThat(page("/desk/attendees/" + meetupId)).contains(path);
    String form =
        "name=Grace+Hopper&email=grace@example.org&guests=0&reason=SPEAKER&reserved=1&key="
            + keyOf(path, "/rsvps");

    Answer added = post("/desk/attendees/" + meetupId + "/rsvps", form);
    Answer again = post("/desk/attendees/" + meetupId + "/rsvps", form);

    assertThat(added.status()).as(added.body()).isEqualTo(303);
    assertThat(again.header("Location")).isEqualTo(added.header("Location"));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(page(added.header("Location")))
                .contains("Grace Hopper", "grace@example.org", "the seat is given"));
    SeatGrantRequested command =
        (SeatGrantRequested) service.topic(Topics.RSVPS).records(meetupId).getFirst().value();
    assertThat(command.toString()).doesNotContain("Grace", "grace@");
    assertThat(command.getOrganizer()).isEqualTo("organizer");
    assertThat(service.topic(Topics.CONTACTS).records(command.getRsvpId()).getFirst().value())
        .isInstanceOfSatisfying(
            ContactProvided.class,
            contact -> assertThat(contact.getEmail()).isEqualTo("grace@example.org"));
    assertThat(service.topic(Topics.SEATS).records(meetupId)).hasSize(1);
  }

  @Test
  void keepsWhatWasTypedWhereAFieldIsWrong() {
    String meetupId = service.publish(Schedules.aMeetup(1));

    Answer answer =
        post(
            "/desk/attendees/" + meetupId + "/rsvps",
            "name=Grace&email=grace+at+example&guests=99&reason=FRIEND&key=" + newId());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("value=\"Grace\"", "value=\"grace at example\"", "email-error", "guests-error")
        .contains("reason-error", "2 things are not right yet");
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).isEmpty();
  }

  @Test
  void isForOrganizersAndForRsvpsThatExist() {
    String meetupId = service.publish(Schedules.aMeetup(1));
    String path = "/desk/attendees/" + meetupId + "/rsvps/" + newId() + "/seats";

    assertThat(service.browser().postForm(path, "reason=HOST").status()).isIn(302, 303, 401, 403);
    assertThat(post(path, "reason=HOST").status()).isEqualTo(404);
    assertThat(service.browser().get("/desk/attendees/" + meetupId + "/new").status())
        .isIn(302, 303, 401);
  }

  @Test
  void givesSeatsToProgramsOfOrganizersAsByTheForm() {
    String meetupId = service.publish(withKept(2, 1));
    request(meetupId, "Ada", "a@example.org");
    String bob = request(meetupId, "Bob", "b@example.org");
    awaitStatus(meetupId, bob, "WAITLISTED");
    String path = "/api/rsvps/" + bob + "/grants";
    String key = newId();

    Answer asked = grant(path, "{\"reason\": \"HELPER\", \"reserved\": true}", key);
    Answer again = grant(path, "{\"reason\": \"HELPER\", \"reserved\": true}", key);

    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    assertThat(asked.json().path("status").asString()).isEqualTo("REQUESTED");
    assertThat(again.body()).isEqualTo(asked.body());
    String grantId = asked.json().path("grantId").asString();
    assertThat(asked.header("Location")).isEqualTo(path + "/" + grantId);
    awaitGrant(asked, "{\"grantId\":\"%s\",\"status\":\"GRANTED\",\"reason\":null}");
    awaitStatus(meetupId, bob, "CONFIRMED");
    assertThat(service.topic(Topics.SEATS).records(meetupId)).hasSize(3);
    assertThat(service.topic(Topics.SEATS).records(meetupId).getLast().value())
        .isInstanceOfSatisfying(
            SeatConfirmed.class,
            event -> {
              assertThat(event.getReservedSeats()).isEqualTo(1);
              assertThat(event.getGrantedBy()).isEqualTo("organizer");
              assertThat(event.getGrantReason()).isEqualTo(GrantReason.HELPER);
            });
    Answer late = grant(path, "{\"reason\": \"HELPER\"}", newId());
    awaitGrant(late, "{\"grantId\":\"%s\",\"status\":\"DECLINED\",\"reason\":\"ALREADY_SEATED\"}");
  }

  @Test
  void addsAPersonForAProgramOnceAndSaysWhatBecameOfIt() {
    String meetupId = service.publish(Schedules.aMeetup(1));
    String path = "/api/meetups/" + meetupId + "/grants";
    String body =
        "{\"name\": \"%s\", \"email\": \"%s\", \"locale\": \"de\", \"reason\": \"SPEAKER\"}";
    String grace = body.formatted("Grace Hopper", "grace@example.org");
    String key = newId();

    Answer added = grant(path, grace, key);
    awaitGrant(added, "{\"grantId\":\"%s\",\"status\":\"GRANTED\",\"reason\":null}");
    Answer again = grant(path, grace, key);
    Answer other = grant(path, body.formatted("Grace", "grace@example.org"), key);
    Answer full = grant(path, body.formatted("Ada Lovelace", "ada@example.org"), newId());

    assertThat(again.body()).isEqualTo(added.body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.header("Content-Type")).startsWith("application/problem+json");
    String rsvpId = added.json().path("rsvpId").asString();
    assertThat(service.topic(Topics.CONTACTS).records(rsvpId).getFirst().value())
        .isInstanceOfSatisfying(
            ContactProvided.class,
            contact -> {
              assertThat(contact.getName()).isEqualTo("Grace Hopper");
              assertThat(contact.getLocale()).isEqualTo("de");
            });
    awaitGrant(full, "{\"grantId\":\"%s\",\"status\":\"DECLINED\",\"reason\":\"FULL\"}");
    assertThat(service.topic(Topics.SEATS).records(meetupId)).hasSize(2);
  }

  @Test
  void tellsProgramsWhatIsWrongAndWritesNothing() {
    String meetupId = service.publish(Schedules.aMeetup(1));
    String person = "/api/meetups/" + meetupId + "/grants";
    String right = "{\"reason\": \"HOST\"}";

    Answer wrong =
        grant(person, "{\"email\": \"x\", \"agreedTo\": 1, \"reason\": \"UNKNOWN\"}", "1");

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().path("errors").valueStream().map(e -> e.path("field").asString()))
        .containsExactlyInAnyOrder("name", "email", "reason", "agreedTo", "Idempotency-Key");
    assertThat(grant("/api/meetups/" + newId() + "/grants", person(), newId()).status())
        .isEqualTo(404);
    assertThat(grant("/api/rsvps/" + newId() + "/grants", right, newId()).status()).isEqualTo(404);
    assertThat(grant("/api/rsvps/x/grants", right, newId()).status()).isEqualTo(404);
    assertThat(service.browser().postJson(person, person()).status()).isEqualTo(401);
    assertThat(service.browser().get("/api/rsvps/" + newId() + "/grants/" + newId()).status())
        .isEqualTo(401);
    String token = "Bearer " + tokens.issueForMail(meetupId, newId());
    assertThat(service.browser().postJson(person, person(), "Authorization", token).status())
        .isEqualTo(401);
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).isEmpty();
  }

  private static String person() {
    return "{\"name\": \"Grace\", \"email\": \"g@example.org\", \"reason\": \"HOST\"}";
  }

  private Answer grant(String path, String body, String key) {
    return service
        .browser()
        .postJson(path, body, "Authorization", organizer(), "Idempotency-Key", key);
  }

  private void awaitGrant(Answer asked, String json) {
    String expected = json.formatted(asked.json().path("grantId").asString());
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(
                    service
                        .browser()
                        .get(asked.header("Location"), "Authorization", organizer())
                        .body())
                .isEqualTo(expected));
  }

  /** The one of the form that leads there. */
  private String keyOf(String path, String action) {
    String body = page(path);
    assertThat(body).contains(action + "\"");
    Matcher key = KEY.matcher(body);
    assertThat(key.find()).isTrue();
    return URLEncoder.encode(key.group(1), StandardCharsets.UTF_8);
  }

  private static ScheduleChanged withKept(int capacity, int kept) {
    ScheduleChanged schedule = Schedules.aMeetup(capacity);
    Meetup meetup = Meetup.newBuilder(schedule.getMeetup()).setReservedSeats(kept).build();
    return ScheduleChanged.newBuilder(schedule).setMeetup(meetup).build();
  }

  private void awaitStatus(String meetupId, String rsvpId, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(service.status(meetupId, rsvpId).json().path("status").asString())
                .isEqualTo(status));
  }

  private String page(String path) {
    return service.browser().get(path, "Authorization", organizer(), "Accept", "text/html").body();
  }

  private Answer post(String path, String form) {
    return service
        .browser()
        .postForm(path, form, "Authorization", organizer(), "Accept", "text/html");
  }

  private String request(String meetupId, String name, String email) {
    return service
        .browser()
        .postJson(
            "/api/meetups/" + meetupId + "/rsvps",
            "{\"name\": \"%s\", \"email\": \"%s\"}".formatted(name, email))
        .json()
        .path("rsvpId")
        .asString();
  }
}
