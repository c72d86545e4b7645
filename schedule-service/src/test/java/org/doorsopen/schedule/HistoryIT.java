package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.Evenings.anEvening;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was published of a meetup can be looked up, and a further evening made of it. */
@ScheduleService
class HistoryIT {

  @LocalServerPort int port;

  private Browser browser = new Browser(0);
  private OrganizerApi api = new OrganizerApi(0, ScheduleService.LOGIN);

  @BeforeEach
  void logIn() {
    browser = new Browser(port);
    api = new OrganizerApi(port, ScheduleService.LOGIN);
    browser.submit(browser.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
  }

  @Test
  void saysInWordsWhatChangedWithEachVersionAndByWhom() {
    ObjectNode evening = anEvening().put("onlineUrl", "https://example.org/secret-room");
    String meetupId = created(evening);
    publish(meetupId, "{\"note\": \"Come <early>\"}");
    evening.put("capacity", 60).put("title", "A larger evening");
    evening.put("onlineUrl", "https://example.org/other-room").put("description", "Long");
    ((ObjectNode) evening.at("/agenda/1")).put("startsAt", Evenings.at(45));
    api.put("/api/schedules/" + meetupId, evening.toString(), "If-Match", "*");
    publish(meetupId, "{}");
    api.post("/api/schedules/" + meetupId + "/cancellation", "{\"note\": \"Too few\"}");

    String desk = browser.open("/desk/meetups/" + meetupId + "/history").body();
    assertThat(desk)
        .contains("Fassung 1", "Fassung 2", "Fassung 3", "von ada", "Come &lt;early&gt;", "Too few")
        .contains(
            "Plätze: 8 → 60", "Titel: Kubernetes &amp; Cloud Native Berlin → A larger evening")
        .contains("„Handling incidents collaboratively“, Beginn:")
        .contains("Beschreibung: ist jetzt da", "https://example.org/other-room")
        .contains("Das Meetup wurde abgesagt.");

    String publicly = new Browser(port).open("/changes/" + meetupId).body();
    assertThat(publicly)
        .contains("Plätze: 8 → 60", "Das Meetup wurde abgesagt.", "Too few")
        .contains("Adresse des Online-Raums: ist anders")
        .doesNotContain("example.org/", "ada", "<early>");
  }

  @Test
  void showsTwoVersionsSideBySide() {
    ObjectNode evening = anEvening();
    String meetupId = created(evening);
    publish(meetupId, "{}");
    for (int capacity : new int[] {20, 30}) {
      evening.put("capacity", capacity);
      api.put("/api/schedules/" + meetupId, evening.toString(), "If-Match", "*");
      publish(meetupId, "{}");
    }
    String history = "/desk/meetups/" + meetupId + "/history";

    assertThat(browser.open(history + "?one=1&other=3").body())
        .containsPattern("(?s)<h3>Plätze</h3>.*Fassung 1.*>8<.*Fassung 3.*>30<");
    assertThat(browser.open(history).body())
        .containsPattern("(?s)<h3>Plätze</h3>.*Fassung 2.*>20<.*Fassung 3.*>30<");
    assertThat(browser.open(history + "?one=2&other=2").body())
        .contains("Beide Fassungen sagen dasselbe.");
    assertThat(browser.open(history + "?one=-1&other=2000000000").statusCode()).isEqualTo(200);
    assertThat(browser.open(history + "?one=x").statusCode()).isEqualTo(400);
  }

  @Test
  void tellsNothingOfADraft() {
    String meetupId = created(anEvening());

    assertThat(new Browser(port).open("/changes/" + meetupId).statusCode()).isEqualTo(404);
    assertThat(browser.open("/changes/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  void makesOneDraftOfAMeetupHoweverOftenTheButtonIsPressed() {
    String meetupId = created(anEvening());
    HttpResponse<String> page = browser.open("/desk/meetups/" + meetupId);
    Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(key.find()).isTrue();
    String copies = "/desk/meetups/" + meetupId + "/copies";

    HttpResponse<String> once = browser.submit(page, copies, Map.of("key", key.group(1)));
    HttpResponse<String> twice = browser.submit(page, copies, Map.of("key", key.group(1)));

    assertThat(once.statusCode()).isEqualTo(303);
    assertThat(Browser.next(once)).isEqualTo(Browser.next(twice)).endsWith("/edit");
    assertThat(browser.open(Browser.next(once)).statusCode()).isEqualTo(200);
    String copyId = Browser.next(once).split("/")[3];
    JsonNode copy = api.get("/api/schedules/" + copyId).json();
    assertThat(copy.path("title").asString()).isEqualTo("Kubernetes & Cloud Native Berlin");
    assertThat(copy.at("/agenda/1/id").asString()).isNotEqualTo("nele").isNotEmpty();
    assertThat(copy.path("status").asString()).isEqualTo("DRAFT");
  }

  private String created(ObjectNode evening) {
    return api.post("/api/schedules", evening.toString()).json().path("meetupId").asString();
  }

  private void publish(String meetupId, String request) {
    assertThat(api.post("/api/schedules/" + meetupId + "/publications", request).status())
        .isEqualTo(201);
  }
}
