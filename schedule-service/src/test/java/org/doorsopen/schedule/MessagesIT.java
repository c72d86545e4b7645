package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.schedule.Evenings.STARTS_AT;
import static org.doorsopen.schedule.Evenings.anEvening;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.schedule.OrganizerApi.Answer;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.Addressees;
import org.doorsopen.schemas.events.MessageSent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Organizers write to those who come or wait, by the API and by the page. */
@ScheduleService
class MessagesIT {

  private static final String MESSAGE =
      """
      {"addressees": "CONFIRMED", "texts": [
        {"language": "en", "subject": "The back entrance", "text": "Come\\nround the back."},
        {"language": "de", "subject": "Hintereingang", "text": "Kommt hinten rein."}]}
      """;

  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private OrganizerApi api = new OrganizerApi(0, ScheduleService.LOGIN);
  private SchedulesTopic topic;
  private String meetupId = "";
  private String path = "";

  @BeforeEach
  void publish() {
    api = new OrganizerApi(port, ScheduleService.LOGIN);
    topic = new SchedulesTopic(SharedInfrastructure.get(), Topics.MESSAGES);
    meetupId = api.post("/api/schedules", anEvening().toString()).json().get("meetupId").asString();
    path = "/api/schedules/" + meetupId + "/messages";
    assertThat(api.post("/api/schedules/" + meetupId + "/publications", "{}").status())
        .isEqualTo(201);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void sendsWhatAnOrganizerWritesAsAnEvent() {
    Answer written = api.post(path, MESSAGE);

    assertThat(written.status()).as("%s", written).isEqualTo(201);
    assertThat(written.json().get("writtenBy").asString()).isEqualTo("ada");
    await().until(() -> topic.of(meetupId).size() == 1);
    var event = topic.of(meetupId).getFirst();
    MessageSent message = (MessageSent) event.value();
    assertThat(message.getMessageId()).isEqualTo(written.json().get("messageId").asString());
    assertThat(message.getAddressees()).isEqualTo(Addressees.CONFIRMED);
    assertThat(message.getScheduleVersion()).isEqualTo(1);
    assertThat(message.getSentBy()).isEqualTo("ada");
    assertThat(message.getTexts().getFirst().getText()).isEqualTo("Come\nround the back.");
    assertThat(message.getTexts().getLast().getLanguage()).isEqualTo("de");
    assertThat(EventHeaders.readFrom(event.headers())).isPresent();
    await().until(() -> latest().get("state").asString().equals("SENT"));
  }

  @Test
  void takesARepeatedWishOnceAndNoOtherUnderItsKey() {
    Answer first = api.post(path, MESSAGE, "Idempotency-Key", "a wish");
    Answer again = api.post(path, MESSAGE, "Idempotency-Key", "a wish");
    Answer other =
        api.post(path, MESSAGE.replace("CONFIRMED", "EVERYONE"), "Idempotency-Key", "a wish");

    assertThat(again.json().get("messageId")).isEqualTo(first.json().get("messageId"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(api.get(path).json().get("messages")).hasSize(1);
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    Answer answer =
        api.post(
            path,
            """
            {"addressees": "NOBODY", "sendAt": "yesterday", "texts": [
              {"language": "fr", "subject": "One\\r\\nBcc: everybody@example.org", "text": " "},
              {"language": "fr", "text": "x"}]}
            """);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().get("errors").valueStream())
        .extracting(error -> error.get("field").asString())
        .contains(
            "addressees",
            "sendAt",
            "texts[0].language",
            "texts[0].subject",
            "texts[0].text",
            "texts[1].subject");
    assertThat(api.post(path, "{\"addressees\": \"EVERYONE\"}").toString())
        .contains("400", "texts");
    assertThat(api.post(path, MESSAGE.replace("\"de\"", "\"en\"")).toString())
        .contains("each language once");
    Answer past = api.post(path, at(Instant.now().minusSeconds(60)));
    assertThat(past.toString()).contains("400", "sendAt", "must not be in the past");
    assertThat(api.get(path).json().get("messages")).isEmpty();
  }

  @Test
  void writesToThoseWhoWereChosen() {
    String ada = "0198c2f0-6c1f-7cc3-98c4-dc0c0c07398f";
    String chosen = MESSAGE.replace("\"CONFIRMED\"", "\"CHOSEN\", \"rsvpIds\": [\"%s\"]");

    Answer written = api.post(path, chosen.formatted(ada));

    assertThat(written.status()).as("%s", written).isEqualTo(201);
    await().until(() -> topic.of(meetupId).size() == 1);
    MessageSent message = (MessageSent) topic.of(meetupId).getFirst().value();
    assertThat(message.getAddressees()).isEqualTo(Addressees.CHOSEN);
    assertThat(message.getRsvpIds()).containsExactly(ada);
    for (String wrong :
        List.of(
            MESSAGE.replace("CONFIRMED", "CHOSEN"),
            chosen.formatted("ada"),
            chosen.formatted(ada).replace("CHOSEN", "EVERYONE"))) {
      assertThat(api.post(path, wrong).toString()).contains("400", "rsvpIds");
    }
  }

  @Test
  void writesOnThePageToThoseWhomTheListHasChosen() {
    String[] people = {
      "0198c2f0-6c1f-7cc3-98c4-dc0c0c07398f", "0298c2f0-6c1f-7cc3-98c4-dc0c0c07398f"
    };
    Browser browser = new Browser(port);
    browser.submit(browser.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
    String page = "/desk/meetups/" + meetupId + "/messages";
    HttpResponse<String> form =
        browser.open(page + "?rsvp=" + people[0] + "&rsvp=none&rsvp=" + people[1]);
    assertThat(form.body())
        .contains("Die 2, die du ausgewählt hast")
        .contains("value=\"CHOSEN\" checked=\"checked\"");
    Map<String, String> typed = new HashMap<>(Map.of("addressees", "CHOSEN", "key", key(form)));
    typed.put("rsvpIds", people[0] + "," + people[1]);
    typed.put("texts[0].subject", "Ihr beiden");
    typed.put("texts[0].text", "Kommt bitte früher.");

    assertThat(browser.submit(form, page, typed).statusCode()).isEqualTo(303);

    await().until(() -> topic.of(meetupId).size() == 1);
    assertThat(((MessageSent) topic.of(meetupId).getFirst().value()).getRsvpIds())
        .containsExactly(people);
    assertThat(browser.open(page).body())
        .contains("Die 2, die du ausgewählt hast")
        .doesNotContain("value=\"CHOSEN\"");
  }

  @Test
  void keepsAMessageForItsTimeUntilItIsTakenBack() {
    Answer later = api.post(path, at(Instant.now().plusSeconds(3_600)));
    String withdrawal = path + "/" + later.json().get("messageId").asString() + "/withdrawal";
    Answer soon = api.post(path, at(Instant.now().plusSeconds(2)));
    await().until(() -> topic.of(meetupId).size() == 1);

    assertThat(api.post(withdrawal, "").json().get("withdrawnBy").asString()).isEqualTo("ada");
    assertThat(api.post(withdrawal, "").status()).isEqualTo(200);
    due(later);
    String sent = path + "/" + soon.json().get("messageId").asString() + "/withdrawal";
    await().until(() -> api.post(sent, "").status() == 409);

    await().until(() -> jobs(later) == 0);
    assertThat(topic.of(meetupId)).hasSize(1);
    assertThat(api.post(path + "/" + meetupId + "/withdrawal", "").status()).isEqualTo(404);
  }

  @Test
  void dropsAMessageWhoseMeetupWasCancelledBeforeItsTime() {
    Answer later = api.post(path, at(Instant.now().plusSeconds(3_600)));
    api.post("/api/schedules/" + meetupId + "/cancellation", "{}");

    assertThat(api.post(path, MESSAGE).status()).isEqualTo(409);
    due(later);

    await().until(() -> latest().get("state").asString().equals("DROPPED"));
    assertThat(topic.of(meetupId)).isEmpty();
  }

  @Test
  void writesToNobodyBeforeAPublicationNorLongAfterTheEveningNorTooOften() {
    String draft =
        api.post("/api/schedules", anEvening().toString()).json().get("meetupId").asString();
    assertThat(api.post("/api/schedules/" + draft + "/messages", MESSAGE).status()).isEqualTo(409);
    String unknown = "0".repeat(8) + draft.substring(8);
    assertThat(api.post("/api/schedules/" + unknown + "/messages", MESSAGE).status())
        .isEqualTo(404);
    assertThat(api.post(path, at(STARTS_AT.plus(Duration.ofDays(8)))).status()).isEqualTo(409);

    for (int i = 0; i < 5; i++) {
      assertThat(api.post(path, MESSAGE).status()).isEqualTo(201);
    }
    Answer sixth = api.post(path, MESSAGE);
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(86_000, 86_400);
    assertThat(api.post(path, at(Instant.now().plus(Duration.ofDays(2)))).status()).isEqualTo(201);
  }

  @Test
  void isWrittenOnAPageThatKeepsWhatWasTyped() {
    Browser browser = new Browser(port);
    browser.submit(browser.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
    String page = "/desk/meetups/" + meetupId + "/messages";
    HttpResponse<String> form = browser.open(page);
    assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
    assertThat(form.body())
        .contains("Nachricht an alle, die kommen", "Kubernetes &amp; Cloud Native Berlin");
    Map<String, String> typed = new HashMap<>(Map.of("addressees", "WAITLISTED"));
    typed.put("key", key(form));
    typed.put("texts[0].subject", "");
    typed.put("texts[1].subject", "");
    typed.put("texts[1].text", "");
    typed.put("texts[0].text", "Ihr wartet <noch>.");
    typed.put("sendAt", "2020-01-01T10:00");

    HttpResponse<String> wrong = browser.submit(form, page, typed);

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Bitte schreib einen Betreff", "Ihr wartet &lt;noch&gt;.")
        .contains("href=\"#texts-0-subject\"")
        .doesNotContain("href=\"#texts-1-subject\"");
    typed.put("texts[0].subject", "Noch ein wenig Geduld");
    assertThat(browser.submit(wrong, page, typed).body()).contains("die noch kommen");
    typed.put(
        "sendAt",
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
            .withZone(ZoneId.of("Europe/Berlin"))
            .format(Instant.now().plus(Duration.ofDays(1))));

    HttpResponse<String> done = browser.submit(wrong, page, typed);
    browser.submit(wrong, page, typed);

    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(Browser.next(done)).isEqualTo(page + "?done");
    HttpResponse<String> shown = browser.open(page + "?done");
    assertThat(shown.body()).contains("Deine Nachricht ist gespeichert", "Noch ein wenig Geduld");
    List<JsonNode> written = api.get(path).json().get("messages").valueStream().toList();
    assertThat(written).hasSize(1);
    String back = page + "/" + written.getFirst().get("messageId").asString() + "/withdrawal";
    assertThat(shown.body()).contains(back);
    assertThat(Browser.next(browser.submit(shown, back, Map.of()))).isEqualTo(page);
    assertThat(browser.open(page).body()).contains("Zurückgenommen von ada");
  }

  private static String key(HttpResponse<String> form) {
    Matcher key = KEY.matcher(form.body());
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  private static String at(Instant instant) {
    return MESSAGE.replaceFirst("\\{", "{\"sendAt\": \"" + instant + "\", ");
  }

  private JsonNode latest() {
    return api.get(path).json().get("messages").get(0);
  }

  /** Its time has come, as far as the job knows. */
  private void due(Answer written) {
    jdbc.sql("update scheduled_tasks set execution_time = now() where task_instance = ?")
        .param(written.json().get("messageId").asString())
        .update();
  }

  private int jobs(Answer written) {
    return jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
        .param(written.json().get("messageId").asString())
        .query(Integer.class)
        .single();
  }
}
