package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.Evenings.STARTS_AT;
import static org.doorsopen.schedule.Evenings.anEvening;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.schedule.OrganizerApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An organizer writes a meetup down by the form. */
@ScheduleService
class EditIT {

  private static final String NEW = "/desk/meetups/new";
  private static final int MAX_BYTES_OF_THE_FORM = 250_000;
  private static final LocalDateTime START =
      LocalDateTime.ofInstant(STARTS_AT, ZoneId.of("Europe/Berlin"));

  @LocalServerPort int port;

  private Browser browser = new Browser(0);
  private OrganizerApi api = new OrganizerApi(0, ScheduleService.LOGIN);

  @BeforeEach
  void logIn() {
    browser = new Browser(port);
    api = new OrganizerApi(port, ScheduleService.LOGIN);
    logIn(browser);
  }

  @Test
  void createsADraftOnceHoweverOftenTheFormIsSent() {
    Map<String, String> form = FilledForm.of(browser.open(NEW).body());
    form.putAll(
        Map.of(
            "title", "Rust & <Zürich>",
            "timeZone", "Europe/Berlin",
            "startsAt", START.toString(),
            "endsAt", START.plusHours(3).toString(),
            "capacity", "80",
            "remindersKind", "OWN",
            "reminders", "3 Tage, 24 h"));

    HttpResponse<String> first = send(NEW, form);
    HttpResponse<String> second = send(NEW, form);

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(Browser.next(first)).isEqualTo(Browser.next(second)).contains("?saved=");
    JsonNode saved = api.get(apiOf(first)).json();
    assertThat(saved.path("title").asString()).isEqualTo("Rust & <Zürich>");
    assertThat(saved.path("startsAt").asString()).isEqualTo(STARTS_AT.toString());
    assertThat(saved.path("reminders").toString()).isEqualTo("[\"PT72H\",\"PT24H\"]");
    assertThat(saved.path("hosts").isEmpty()).isTrue();
    assertThat(browser.open(Browser.next(first)).body()).contains("Gespeichert.", "data-forget=");

    form.put("title", "Another one");
    HttpResponse<String> another = send(NEW, form);
    assertThat(another.statusCode()).isEqualTo(422);
    assertThat(another.body()).contains("Aus diesem Formular ist schon ein Meetup entstanden");
    Map<String, String> again = FilledForm.of(another.body());
    assertThat(again.get("key")).isNotEqualTo(form.get("key"));
    assertThat(again.get("title")).isEqualTo("Another one");
  }

  @Test
  void keepsEverythingOfAMeetupThatIsSavedUnchanged() {
    String meetupId = created(anEvening().put("description", "One\n\nTwo"));
    Answer before = api.get("/api/schedules/" + meetupId);

    HttpResponse<String> answer =
        send(edit(meetupId), FilledForm.of(browser.open(edit(meetupId)).body()));

    assertThat(answer.statusCode()).isEqualTo(303);
    Answer after = api.get("/api/schedules/" + meetupId);
    assertThat(after.json()).isEqualTo(before.json());
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
  }

  @Test
  void namesAllThatIsWrongAndLosesNothing() {
    String meetupId = created(anEvening());
    Map<String, String> form = FilledForm.of(browser.open(edit(meetupId)).body());
    form.put("title", "");
    form.put("summary", "\"Quoted\" & <script>");
    form.put("capacity", "lots");
    form.put("agenda[1].title", "");
    form.put("agenda[1].speakers[0].organization", "A & B");

    HttpResponse<String> answer = send(edit(meetupId), form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("3 Angaben stimmen noch nicht")
        .contains("href=\"#title\"", "href=\"#capacity\"", "href=\"#agenda-1-title\"")
        .contains("id=\"title-error\"", "aria-describedby=\"title-error\"")
        .contains("Bitte schreib eine ganze Zahl von 0 bis 1.000.000.")
        // A browser would empty a field of numbers that has something else in it.
        .contains("name=\"capacity\" type=\"text\" value=\"lots\"")
        .doesNotContain("<script>\"");
    assertThat(sent(FilledForm.of(answer.body()))).isEqualTo(sent(form));
  }

  @Test
  void pressesButtonsWithoutSaving() {
    String meetupId = created(anEvening());
    String etag = api.get("/api/schedules/" + meetupId).header("ETag");
    Map<String, String> form = FilledForm.of(browser.open(edit(meetupId)).body());
    form.put("title", "Typed and not saved");

    Map<String, String> added = press(meetupId, form, "do.addItem");
    assertThat(added).containsKey("agenda[2].title").containsEntry("title", form.get("title"));
    Map<String, String> speaking = press(meetupId, added, "do.addSpeaker[2]");
    assertThat(speaking).containsKey("agenda[2].speakers[0].name");
    Map<String, String> earlier = press(meetupId, speaking, "do.earlier[1]");
    assertThat(earlier)
        .containsEntry("agenda[0].id", "nele")
        .containsEntry("agenda[0].startsAt", START.toLocalTime().toString());
    earlier.put("agenda[0].shift", "5");
    assertThat(press(meetupId, earlier, "do.shift[0]"))
        .containsEntry("agenda[0].startsAt", START.toLocalTime().plusMinutes(5).toString());
    Map<String, String> removed = press(meetupId, earlier, "do.remove[0]");
    assertThat(removed.get("agenda[0].title")).isEqualTo("Doors Open");
    assertThat(press(meetupId, removed, "do.remove[900]")).containsKey("agenda[0].title");
    assertThat(press(meetupId, removed, "do.nothing")).containsKey("agenda[0].title");

    assertThat(api.get("/api/schedules/" + meetupId).header("ETag")).isEqualTo(etag);
  }

  @Test
  void namesGapsAndOverlapsAndSavesThemAllTheSame() {
    String meetupId = created(anEvening());
    Map<String, String> form = FilledForm.of(browser.open(edit(meetupId)).body());
    form.put("agenda[0].endsAt", START.toLocalTime().plusMinutes(40).toString());

    assertThat(send(edit(meetupId), with(form, "do.show")).body())
        .contains("Das beginnt 10 Minuten, bevor „");
    assertThat(send(edit(meetupId), form).statusCode()).isEqualTo(303);
  }

  @Test
  void showsBothVersionsWhereSomebodyElseHasSavedMeanwhile() {
    String meetupId = created(anEvening().put("summary", "As it was"));
    Map<String, String> mine = FilledForm.of(browser.open(edit(meetupId)).body());
    Map<String, String> theirs = new HashMap<>(mine);
    theirs.put("title", "Their <title>");
    theirs.put("capacity", "99");
    theirs.put("agenda[1].title", "Their talk");
    assertThat(send(edit(meetupId), theirs).statusCode()).isEqualTo(303);
    mine.put("title", "My title");
    mine.put("summary", "My summary");

    HttpResponse<String> conflict = send(edit(meetupId), mine);

    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body())
        .contains("My title", "Their &lt;title&gt;", "My summary", "As it was", "Their talk")
        .contains("Das hast nur du geändert.", "Das hat nur die andere Person geändert.")
        .contains("Das habt ihr beide geändert.")
        .doesNotContain("Their <title>", "choice.description", "choice.order");
    Map<String, String> choices = hidden(conflict);
    choices.put("do.choose", "");
    choices.put("choice.title", "theirs");
    choices.put("choice.summary", "mine");
    choices.put("choice.capacity", "theirs");
    assertThat(send(edit(meetupId), choices).statusCode()).as("not all chosen").isEqualTo(409);
    choices.put("choice.agenda.nele", "theirs");

    HttpResponse<String> saved = send(edit(meetupId), choices);

    assertThat(Browser.next(saved)).isEqualTo("/desk/meetups/" + meetupId + "?saved=1");
    JsonNode result = api.get("/api/schedules/" + meetupId).json();
    assertThat(result.path("title").asString()).isEqualTo("Their <title>");
    assertThat(result.path("summary").asString()).isEqualTo("My summary");
    assertThat(result.path("capacity").asInt()).isEqualTo(99);
    assertThat(result.at("/agenda/1/title").asString()).isEqualTo("Their talk");
    assertThat(result.at("/agenda/1/id").asString()).isEqualTo("nele");

    choices.put("choice.title", "mine");
    assertThat(send(edit(meetupId), choices).statusCode())
        .as("chosen against a version that is not the latest any more")
        .isEqualTo(409);
  }

  @Test
  void takesTwoHundredAgendaItems() {
    ObjectNode evening = anEvening();
    ArrayNode agenda = evening.putArray("agenda");
    for (int i = 0; i < 200; i++) {
      ObjectNode item = agenda.addObject();
      item.put("kind", "TALK").put("title", "Talk " + i).put("startsAt", Evenings.at(i));
      item.put("abstract", "Größe zählt. ".repeat(10));
      item.putArray("speakers").addObject().put("name", "Zoë").put("organization", "Köln e. V.");
    }
    String meetupId = created(evening);
    String page = browser.open(edit(meetupId)).body();
    assertThat(page.getBytes(StandardCharsets.UTF_8).length)
        .as("bytes of the form; it is not compressed")
        .isLessThan(MAX_BYTES_OF_THE_FORM);
    Map<String, String> form = FilledForm.of(page);
    form.put("agenda[199].title", "The last talk");

    assertThat(send(edit(meetupId), form).statusCode()).isEqualTo(303);
    assertThat(api.get("/api/schedules/" + meetupId).json().at("/agenda/199/title").asString())
        .isEqualTo("The last talk");
    HttpResponse<String> tooMany =
        send(edit(meetupId), press(meetupId, form, "do.addItem", "agenda[200].title", "One more"));
    assertThat(tooMany.statusCode()).isEqualTo(422);
    assertThat(tooMany.body()).contains("Es können höchstens 200 sein.", "href=\"#agenda\"");
  }

  @Test
  void foldsTheItemsOfALongAgendaAndOpensThemByAButton() {
    ObjectNode evening = anEvening();
    ArrayNode agenda = evening.putArray("agenda");
    for (int i = 0; i < 31; i++) {
      ObjectNode item = agenda.addObject();
      item.put("kind", "TALK").put("title", "Talk " + i).put("startsAt", Evenings.at(i));
      item.put("abstract", "One\n\nTwo \"quoted\"");
    }
    String meetupId = created(evening);
    Answer before = api.get("/api/schedules/" + meetupId);
    String folded = browser.open(edit(meetupId)).body();
    assertThat(folded)
        .contains("type=\"hidden\" name=\"agenda[4].title\"", "aria-label=\"Bearbeiten: Talk 4\"")
        .doesNotContain("<textarea rows=\"4\" name=\"agenda[4].abstract\"");

    HttpResponse<String> opened = send(edit(meetupId), with(FilledForm.of(folded), "do.open[4]"));
    assertThat(opened.body())
        .contains("<textarea rows=\"4\" name=\"agenda[4].abstract\"")
        .contains("type=\"hidden\" name=\"agenda[5].title\"");
    Map<String, String> later = press(meetupId, FilledForm.of(opened.body()), "do.open[9]");
    assertThat(later).containsKeys("agenda[4].open", "agenda[9].open");
    assertThat(send(edit(meetupId), later).statusCode()).isEqualTo(303);
    assertThat(api.get("/api/schedules/" + meetupId).json()).isEqualTo(before.json());

    Map<String, String> wrong = FilledForm.of(folded);
    wrong.put("agenda[20].title", "");
    assertThat(send(edit(meetupId), wrong).body())
        .contains("href=\"#agenda-20-title\"", "id=\"agenda-20-title\"");
  }

  @Test
  void leadsThroughTheLoginAndBackWhenTheSessionIsOver() {
    String meetupId = created(anEvening());
    HttpResponse<String> page = browser.open(edit(meetupId));

    HttpResponse<String> answer =
        new Browser(port)
            .submit(
                page,
                edit(meetupId),
                FilledForm.of(page.body()),
                "Referer",
                "http://localhost:" + port + edit(meetupId));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Browser.next(answer)).startsWith("/login?next=%2Fdesk%2Fmeetups%2F" + meetupId);
    assertThat(page.body()).contains("data-kept=\"ada/" + meetupId + "\" data-kept-of=\"1\"");
  }

  @Test
  void takesNoFormWithoutItsToken() {
    String meetupId = created(anEvening());
    Map<String, String> form = FilledForm.of(browser.open(edit(meetupId)).body());

    assertThat(browser.submit(browser.open("/login?out"), edit(meetupId), form).statusCode())
        .isEqualTo(403);
  }

  @Test
  void leavesACancelledMeetupAsItIs() {
    String meetupId = created(anEvening());
    Map<String, String> form = FilledForm.of(browser.open(edit(meetupId)).body());
    api.post("/api/schedules/" + meetupId + "/publications", "{}");
    api.post("/api/schedules/" + meetupId + "/cancellation", "{}");
    form.put("title", "Typed");

    HttpResponse<String> answer = send(edit(meetupId), form);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Das Meetup ist abgesagt und bleibt es.");
    assertThat(FilledForm.of(answer.body())).containsEntry("title", "Typed");
  }

  private Map<String, String> press(
      String meetupId, Map<String, String> form, String button, String... typed) {
    HttpResponse<String> answer = send(edit(meetupId), with(form, button));
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, String> shown = FilledForm.of(answer.body());
    for (int i = 0; i < typed.length; i += 2) {
      shown.put(typed[i], typed[i + 1]);
    }
    return shown;
  }

  private static Map<String, String> with(Map<String, String> form, String button) {
    Map<String, String> pressed = new HashMap<>(form);
    pressed.put(button, "");
    return pressed;
  }

  /** The fields without those that are no part of the meetup. */
  private static Map<String, String> sent(Map<String, String> form) {
    Map<String, String> fields = new HashMap<>(form);
    fields.keySet().removeAll(List.of("edit", "key", "base"));
    return fields;
  }

  private static Map<String, String> hidden(HttpResponse<String> page) {
    Map<String, String> fields = new HashMap<>();
    Matcher field =
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .matcher(page.body());
    while (field.find()) {
      fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2)));
    }
    fields.remove("_csrf");
    return fields;
  }

  private HttpResponse<String> send(String path, Map<String, String> form) {
    return browser.submit(browser.open("/desk"), path, form);
  }

  private String created(ObjectNode evening) {
    return api.post("/api/schedules", evening.toString()).json().path("meetupId").asString();
  }

  private static String apiOf(HttpResponse<String> saved) {
    return Browser.next(saved).replace("/desk/meetups/", "/api/schedules/").replaceAll("\\?.*", "");
  }

  private static String edit(String meetupId) {
    return "/desk/meetups/" + meetupId + "/edit";
  }

  private static void logIn(Browser browser) {
    browser.submit(browser.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
  }
}
