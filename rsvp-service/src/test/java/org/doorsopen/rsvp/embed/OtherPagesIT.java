package org.doorsopen.rsvp.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.rsvp.RunningService.newId;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages of https://community.example and https://other.example are named. */
@RsvpService
class OtherPagesIT {

  private static final String ORIGIN = "https://community.example";
  private static final String[] NAMED = {"Origin", ORIGIN, "Sec-Fetch-Site", "cross-site"};
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  @Autowired private RunningService service;

  @ParameterizedTest
  @CsvSource({
    "/api/meetups, 200",
    "/api/meetups?limit=0, 400",
    "/api/meetups?next=x, 400",
    "/api/meetups/next, 200",
    "/api/meetups/{id}, 200",
    "/api/meetups/00000000-0000-4000-8000-000000000000, 404",
  })
  void readMeetups(String path, int status) {
    String meetupId = service.publish(Schedules.aMeetup(8));

    Answer answer = service.browser().get(path.replace("{id}", meetupId), NAMED);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header(ALLOWED)).isEqualTo(ORIGIN);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.equalsIgnoreCase("Access-Control-Allow-Credentials"));
  }

  @Test
  void areToldThatNothingHasChanged() {
    String path = "/api/meetups/" + service.publish(Schedules.aMeetup(8));
    String tag = service.browser().get(path, NAMED).header("ETag");

    Answer again =
        service.browser().get(path, "Origin", "https://other.example", "If-None-Match", tag);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header(ALLOWED)).isEqualTo("https://other.example");
  }

  @Test
  void askForASeatAndReadWhyThereIsNone() {
    String meetupId = service.publish(Schedules.aMeetup(8));

    Answer asked = rsvp(meetupId, "ada@example.org", NAMED);
    Answer wrong = rsvp(meetupId, "ada at example", NAMED);
    Answer unknown = rsvp(newId(), "ada@example.org", NAMED);

    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("\"email\"");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(List.of(asked, wrong, unknown))
        .allSatisfy(answer -> assertThat(answer.header(ALLOWED)).isEqualTo(ORIGIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://community.example"})
  void ofOthersDoNeither(String origin) {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String[] other = {"Origin", origin, "Sec-Fetch-Site", "cross-site"};

    assertThat(service.browser().get("/api/meetups/" + meetupId, other).header(ALLOWED)).isEmpty();
    assertThat(rsvp(meetupId, "ada@example.org", other).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/meetups/{id}",
        "/calendar.ics",
        "/feed.atom",
        "/api/meetups/{id}/rsvps",
        "/api/rsvps/{id}",
        "/api/erasures"
      })
  void readNothingElse(String path) {
    String meetupId = service.publish(Schedules.aMeetup(8));

    // The list of a meetup's RSVPs shares its path with the way to ask for one.
    Answer answer = service.browser().get(path.replace("{id}", meetupId), NAMED);

    assertThat(answer.status()).isIn(200, 401);
    if (!path.endsWith("/rsvps")) {
      assertThat(answer.header(ALLOWED)).isEmpty();
    }
  }

  @Test
  void sendNoFormOfOurs() {
    String meetupId = service.publish(Schedules.aMeetup(8));

    assertThat(
            service
                .browser()
                .postForm("/meetups/" + meetupId + "/rsvps", "name=Ada", NAMED)
                .status())
        .isEqualTo(403);
  }

  @Test
  void learnOfTheNextEveningInOneRequest() {
    ScheduleChanged cancelled = Schedules.aMeetup(8, Instant.now().minus(Duration.ofMinutes(100)));
    String running =
        service.publish(Schedules.aMeetup(8, Instant.now().minus(Duration.ofHours(1))));
    service.publish(cancelled);
    service.publish(Schedules.cancelled(cancelled));
    service.publish(Schedules.aMeetup(8, Instant.now().minus(Duration.ofHours(30))));

    Answer next = service.browser().get("/api/meetups/next");

    assertThat(next.status()).isEqualTo(200);
    assertThat(next.json().path("status").asString()).isEqualTo("PUBLISHED");
    assertThat(Instant.parse(next.json().path("startsAt").asString()))
        .as("no later than the one that runs: " + running)
        .isBeforeOrEqualTo(Instant.now().minus(Duration.ofMinutes(59)));
    assertThat(Instant.parse(next.json().path("endsAt").asString())).isAfter(Instant.now());
    String itself = "/api/meetups/" + next.json().path("meetupId").asString();
    assertThat(next.json()).isEqualTo(service.browser().get(itself).json());
    assertThat(
            service
                .browser()
                .get("/api/meetups/next", "If-None-Match", next.header("ETag"))
                .status())
        .isEqualTo(304);
  }

  private Answer rsvp(String meetupId, String email, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Idempotency-Key";
    all[headers.length + 1] = UUID.randomUUID().toString();
    return service
        .browser()
        .postJson(
            "/api/meetups/" + meetupId + "/rsvps",
            "{\"name\":\"Ada\",\"email\":\"%s\",\"guests\":0}".formatted(email),
            all);
  }
}
