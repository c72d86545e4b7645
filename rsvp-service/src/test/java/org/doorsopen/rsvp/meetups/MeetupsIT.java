package org.doorsopen.rsvp.meetups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.Decisions;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.RoomChanged;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@RsvpService
class MeetupsIT {

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void showsTheWholeMeetupToEveryone() {
    ScheduleChanged schedule = Schedules.aMeetup(8);
    String meetupId = service.publish(schedule);

    JsonNode meetup = service.browser().get("/api/meetups/" + meetupId).json();

    assertThat(meetup.path("meetupId").asString()).isEqualTo(meetupId);
    assertThat(meetup.path("status").asString()).isEqualTo("PUBLISHED");
    assertThat(meetup.path("title").asString()).isEqualTo("Pods & <Clouds>");
    assertThat(meetup.path("startsAt").asString())
        .isEqualTo(schedule.getMeetup().getStartsAt().toString());
    assertThat(meetup.path("venue").path("name").asString()).isEqualTo("The Hall");
    assertThat(meetup.path("agenda").get(0).path("abstract").asString()).isEqualTo("How small?");
    assertThat(meetup.path("agenda").get(0).path("speakers").get(0).path("name").asString())
        .isEqualTo("Kai");
    assertThat(meetup.path("seats").toString())
        .isEqualTo("{\"capacity\":8,\"confirmed\":0,\"waitlisted\":0}");
    assertThat(meetup.propertyNames()).doesNotContain("contents");
  }

  @Test
  void listsWhatIsNotOverByItsStart() {
    Instant now = Instant.now();
    ScheduleChanged cancelled = Schedules.aMeetup(8, now.plus(Duration.ofDays(2)));
    String over = service.publish(Schedules.aMeetup(8, now.minus(Duration.ofHours(4))));
    String later = service.publish(Schedules.aMeetup(8, now.plus(Duration.ofDays(3))));
    String called = service.publish(cancelled);
    service.publish(Schedules.cancelled(cancelled));
    String running = service.publish(Schedules.aMeetup(8, now.minus(Duration.ofHours(1))));

    List<String> ids = new ArrayList<>();
    String path = "/api/meetups";
    while (path != null) {
      JsonNode page = service.browser().get(path).json();
      page.path("meetups").forEach(meetup -> ids.add(meetup.path("meetupId").asString()));
      JsonNode next = page.path("next");
      path = next.isNull() ? null : "/api/meetups?next=" + next.asString();
    }

    assertThat(ids).containsSubsequence(running, called, later).doesNotContain(over);
  }

  @Test
  void listsAllOfThemPageByPage() {
    Instant start = Instant.now().plus(Duration.ofDays(900));
    List<String> published =
        Stream.generate(() -> service.publish(Schedules.aMeetup(8, start))).limit(5).toList();
    List<String> listed = new ArrayList<>();
    String path = "/api/meetups?limit=2";
    int pages = 0;
    while (path != null) {
      Answer page = service.browser().get(path);
      assertThat(page.json().path("meetups").size()).isBetween(1, 2);
      page.json().path("meetups").forEach(meetup -> listed.add(meetup.path("meetupId").asString()));
      JsonNode next = page.json().path("next");
      path = next.isNull() ? null : "/api/meetups?limit=2&next=" + next.asString();
      String link = page.header("Link");
      assertThat(link).isEqualTo(path == null ? "" : "<" + path + ">; rel=\"next\"");
      pages++;
    }

    assertThat(listed).doesNotHaveDuplicates().containsAll(published);
    assertThat(listed).containsSubsequence(published.stream().sorted().toList());
    assertThat(pages).isGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next=",
        "next=1",
        "next=x_y",
        "next=1_",
        "next=-1_a",
        "next=1_a%27",
        "next=1_%00",
        "next=99999999999999999999_a",
        "next=9223372036854775807_a",
        "limit=0",
        "limit=101",
        "limit=x"
      })
  void namesAWrongPage(String query) {
    Answer answer = service.browser().get("/api/meetups?" + query);

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void listsWithoutLongTexts() {
    String meetupId = service.publish(Schedules.aMeetup(8, Instant.now()));
    Answer whole = service.browser().get("/api/meetups/" + meetupId);
    Answer list = service.browser().get("/api/meetups");

    JsonNode inList =
        list.json()
            .path("meetups")
            .valueStream()
            .filter(meetup -> meetup.path("meetupId").asString().equals(meetupId))
            .findFirst()
            .orElseThrow();
    assertThat(inList.at("/agenda/0/abstract").isString()).isFalse();
    assertThat(inList.at("/agenda/0/title")).isEqualTo(whole.json().at("/agenda/0/title"));
    assertThat(whole.json().at("/agenda/0/abstract").isString()).isTrue();
  }

  @Test
  void givesTheEveningToCalendars() throws Exception {
    String meetupId = service.publish(Schedules.aMeetup(8));

    Answer calendar = service.browser().get("/api/meetups/" + meetupId + "/calendar.ics");

    assertThat(calendar.status()).isEqualTo(200);
    assertThat(calendar.header("Content-Type"))
        .isEqualToIgnoringCase("text/calendar;charset=UTF-8");
    assertThat(new CalendarBuilder().build(new StringReader(calendar.body())).toString())
        .contains("UID:" + meetupId, "SUMMARY:Pods & <Clouds>");
  }

  /** Also where the topic schedules still has the address, as earlier builds wrote it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsTheOnlineAddressForThoseWithASeat(boolean asBefore) {
    String room = "https://meet.example/" + newId();
    ScheduleChanged plain = Schedules.aMeetup(8);
    org.doorsopen.schemas.events.Meetup online =
        org.doorsopen.schemas.events.Meetup.newBuilder(plain.getMeetup())
            .setOnline(!asBefore)
            .setOnlineUrl(asBefore ? room : null)
            .build();
    String meetupId = service.publish(ScheduleChanged.newBuilder(plain).setMeetup(online).build());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    service.write(Topics.ROOMS, meetupId, new RoomChanged(meetupId, 1, room, now));
    String seated = newId();
    String waiting = newId();
    Decisions decisions = new Decisions(meetupId);
    service.write(Topics.SEATS, meetupId, decisions.confirmed(seated, 1));
    service.write(Topics.SEATS, meetupId, decisions.waitlisted(waiting, 1, 1));

    await().atMost(SOON).until(() -> pageOf(meetupId, seated).contains(room));
    await()
        .atMost(SOON)
        .until(() -> pageOf(meetupId, waiting).contains("number 1 on the waitlist"));
    assertThat(pageOf(meetupId, waiting)).contains("comes with a seat").doesNotContain(room);
    JsonNode meetup = service.browser().get("/api/meetups/" + meetupId).json();
    assertThat(meetup.path("online").asBoolean()).isTrue();
    assertThat(meetup.propertyNames()).doesNotContain("onlineUrl");
    for (String path :
        List.of("/", "/api/meetups", "/api/meetups/" + meetupId, calendarOf(meetupId))) {
      assertThat(service.browser().get(path).body().replace("\r\n ", "")).doesNotContain(room);
    }
    assertThat(service.browser().get(calendarOf(meetupId)).body()).contains("Online");
    assertThat(service.status(meetupId, seated).body()).doesNotContain(room);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from meetups where meetup::text like ?",
                Long.class,
                "%" + room + "%"))
        .isZero();
  }

  private static String calendarOf(String meetupId) {
    return "/api/meetups/" + meetupId + "/calendar.ics";
  }

  private String pageOf(String meetupId, String rsvpId) {
    return service
        .browser()
        .get("/rsvps/" + rsvpId + "?token=" + tokens.issue(meetupId, rsvpId))
        .body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/meetups/{id}", "/api/meetups/{id}/calendar.ics", "/api/meetups"})
  void tellsOnlyNewsToClientsThatHaveTheRest(String path) {
    // It has been running for long, so it is on the first page, however many other tests publish.
    Instant start = Instant.now().minus(Duration.ofMinutes(170));
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8, start)));
    String address = path.replace("{id}", decisions.meetupId());
    Answer first = service.browser().get(address);
    String tag = first.header("ETag");

    assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(tag).startsWith("W/\"");
    for (String known : List.of(tag, tag.substring(2), "\"other\", " + tag)) {
      Answer again = service.browser().get(address, "If-None-Match", known);
      assertThat(again.status()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }

    service.write(Topics.SEATS, decisions.meetupId(), decisions.confirmed(newId(), 2));
    await()
        .atMost(SOON)
        .until(() -> service.browser().get(address, "If-None-Match", tag).status() == 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/calendar.ics"})
  void knowsNothingBeforeTheFirstPublication(String path) {
    Answer answer = service.browser().get("/api/meetups/" + newId() + path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("detail").asString()).isEqualTo("There is no such meetup.");
  }

  @Test
  void isDescribed() {
    Answer description = service.browser().get("/api/openapi/rsvp-service");

    assertThat(description.status()).isEqualTo(200);
    assertThat(description.json().path("paths").propertyNames())
        .contains(
            "/api/meetups",
            "/api/meetups/{meetupId}",
            "/api/meetups/{meetupId}/rsvps",
            "/api/rsvps/{rsvpId}",
            "/api/rsvps/{rsvpId}/events",
            "/api/rsvps/{rsvpId}/erasure")
        .doesNotContain("/rsvps/{rsvpId}");
    assertThat(
            description
                .json()
                .at("/paths/~1api~1meetups~1{meetupId}~1rsvps/post/parameters")
                .findValuesAsString("name"))
        .containsExactlyInAnyOrder("meetupId", "Idempotency-Key");
  }
}
