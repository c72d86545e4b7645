package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.schedule.Evenings.STARTS_AT;
import static org.doorsopen.schedule.Evenings.anEvening;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** While the database is away, nothing that an organizer has typed is lost. */
@ScheduleService
class DeskOutageIT {

  private static final String NEW = "/desk/meetups/new";
  private static final LocalDateTime START =
      LocalDateTime.ofInstant(STARTS_AT, ZoneId.of("Europe/Berlin"));

  @LocalServerPort int port;

  @Value("${spring.datasource.username}")
  String account;

  private Browser browser = new Browser(0);
  private OrganizerApi api = new OrganizerApi(0, ScheduleService.LOGIN);

  @BeforeEach
  void logIn() {
    browser = new Browser(port);
    api = new OrganizerApi(port, ScheduleService.LOGIN);
    browser.submit(browser.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
  }

  @Test
  void keepsANewDraftAndSavesItOnceAfterwards() throws SQLException {
    HttpResponse<String> empty = browser.open(NEW);
    Map<String, String> typed = FilledForm.of(empty.body());
    typed.putAll(
        Map.of(
            "title", "Typed & <kept>",
            "timeZone", "Europe/Berlin",
            "startsAt", START.toString(),
            "endsAt", START.plusHours(3).toString(),
            "capacity", "80",
            "remindersKind", "PLATFORM"));

    HttpResponse<String> refused;
    try (ClosedDatabase _ = ClosedDatabase.to(account)) {
      refused = browser.submit(empty, NEW, typed);
    }

    assertKept(refused, typed);
    HttpResponse<String> saved = afterwards(refused, NEW, FilledForm.of(refused.body()));
    HttpResponse<String> again = browser.submit(refused, NEW, FilledForm.of(refused.body()));
    assertThat(Browser.next(saved)).isEqualTo(Browser.next(again)).contains("?saved=");
  }

  @Test
  void keepsAnEditAndItsButtonsAndSavesItAfterwards() throws SQLException {
    String meetupId = created();
    String path = "/desk/meetups/" + meetupId + "/edit";
    HttpResponse<String> page = browser.open(path);
    Map<String, String> typed = FilledForm.of(page.body());
    typed.put("title", "Typed & <kept>");
    typed.put("agenda[1].speakers[0].name", "Zoë");

    HttpResponse<String> refused;
    HttpResponse<String> pressed;
    try (ClosedDatabase _ = ClosedDatabase.to(account)) {
      refused = browser.submit(page, path, typed);
      Map<String, String> button = new HashMap<>(typed);
      button.put("do.addItem", "");
      pressed = browser.submit(page, path, button);
    }

    assertKept(refused, typed);
    assertThat(refused.body()).contains("action=\"" + path + "\"");
    assertThat(pressed.statusCode()).isEqualTo(200);
    assertThat(FilledForm.of(pressed.body()))
        .containsEntry("title", "Typed & <kept>")
        .containsKey("agenda[2].title");
    afterwards(refused, path, FilledForm.of(refused.body()));
    assertThat(api.get("/api/schedules/" + meetupId).json().path("title").asString())
        .isEqualTo("Typed & <kept>");
  }

  /** What was chosen is to be chosen again: one version must not be saved over the other. */
  @Test
  void asksAgainAfterChoicesThatCouldNotBeSaved() throws SQLException {
    String meetupId = created();
    String path = "/desk/meetups/" + meetupId + "/edit";
    HttpResponse<String> page = browser.open(path);
    Map<String, String> theirs = FilledForm.of(page.body());
    Map<String, String> mine = new HashMap<>(theirs);
    theirs.put("title", "Theirs");
    mine.put("title", "Mine");
    assertThat(browser.submit(page, path, theirs).statusCode()).isEqualTo(303);
    assertThat(browser.submit(page, path, mine).statusCode()).isEqualTo(409);
    Map<String, String> choices = new HashMap<>(mine);
    choices.put("edit", "2");
    choices.put("since", "1");
    choices.put("do.choose", "");
    choices.put("choice.title", "theirs");

    HttpResponse<String> refused;
    try (ClosedDatabase _ = ClosedDatabase.to(account)) {
      refused = browser.submit(page, path, choices);
    }

    assertThat(refused.statusCode()).isEqualTo(503);
    Map<String, String> kept = FilledForm.of(refused.body());
    assertThat(kept).containsEntry("title", "Mine").containsEntry("edit", "1");
    await().until(() -> browser.submit(refused, path, kept).statusCode() == 409);
    assertThat(api.get("/api/schedules/" + meetupId).json().path("title").asString())
        .isEqualTo("Theirs");
  }

  @Test
  void keepsTheNoteOfAPublicationAndPublishesItOnceAfterwards() throws SQLException {
    String meetupId = created();
    String path = "/desk/meetups/" + meetupId + "/publish";
    HttpResponse<String> page = browser.open(path);
    Matcher edit = Pattern.compile("name=\"edit\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(edit.find()).isTrue();
    Map<String, String> typed =
        Map.of(
            "note",
            "Bring <chairs>",
            "notify",
            "ALWAYS",
            "edit",
            HtmlUtils.htmlUnescape(edit.group(1)));

    HttpResponse<String> refused;
    try (ClosedDatabase _ = ClosedDatabase.to(account)) {
      refused = browser.submit(page, path, typed);
    }

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.body())
        .contains("Die Datenbank antwortet nicht", "Bring &lt;chairs&gt;</textarea>")
        .contains("action=\"" + path + "\"", edit.group())
        .containsPattern("value=\"ALWAYS\" checked");
    assertThat(Browser.next(afterwards(refused, path, typed))).endsWith("?done");
    assertThat(browser.submit(refused, path, typed).statusCode()).isEqualTo(409);
    assertThat(api.get("/api/schedules/" + meetupId + "/publications").json().at("/publications"))
        .hasSize(1)
        .allMatch(version -> version.path("note").asString().equals("Bring <chairs>"));
  }

  private static void assertKept(HttpResponse<String> refused, Map<String, String> typed) {
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.body()).contains("Was du eingegeben hast, ist noch da");
    Map<String, String> said = new HashMap<>(typed);
    said.values().removeIf(String::isEmpty);
    assertThat(FilledForm.of(refused.body())).containsAllEntriesOf(said);
  }

  private HttpResponse<String> afterwards(
      HttpResponse<String> page, String path, Map<String, String> typed) {
    return await()
        .until(() -> browser.submit(page, path, typed), answer -> answer.statusCode() == 303);
  }

  private String created() {
    return api.post("/api/schedules", anEvening().toString()).json().path("meetupId").asString();
  }
}
