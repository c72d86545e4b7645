package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.schedule.Evenings.anEvening;
import static org.doorsopen.schedule.Evenings.at;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.fixtures.DecisionFixtures;
import org.doorsopen.schedule.OrganizerApi.Answer;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.DeliveryFailed;
import org.doorsopen.schemas.events.DeliveryFailure;
import org.doorsopen.schemas.events.ReleaseReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Organizers see what a publication does before they press the button. */
@ScheduleService
class PublishPagesIT {

  private static final Pattern EDIT = Pattern.compile("name=\"edit\" value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private OrganizerApi api = new OrganizerApi(0, ScheduleService.LOGIN);
  private Browser browser = new Browser(0);
  private final OtherServices others = new OtherServices();
  private String meetupId = "";
  private String path = "";

  @BeforeEach
  void draft() {
    api = new OrganizerApi(port, ScheduleService.LOGIN);
    browser = new Browser(port);
    browser.submit(browser.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
    meetupId = api.post("/api/schedules", anEvening().toString()).json().get("meetupId").asString();
    path = "/desk/meetups/" + meetupId;
  }

  @AfterEach
  void close() {
    others.close();
  }

  @Test
  void publishesForTheFirstTimeWithoutAMail() {
    HttpResponse<String> page = browser.open(path + "/publish");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("Das ist die erste Veröffentlichung")
        .doesNotContain("/window");

    HttpResponse<String> done =
        browser.submit(page, path + "/publish", Map.of("edit", edit(page), "note", "Hallo!"));

    assertThat(Browser.next(done)).isEqualTo(path + "/publish?done");
    assertThat(browser.open(path + "/publish?done").body())
        .contains("Es ist veröffentlicht", "Seit der letzten Veröffentlichung hat sich nichts")
        .contains("/desk/mails/" + meetupId + "/window", "/desk/mails/" + meetupId + "/changes");
    assertThat(history()).contains("Hallo!", "\"publishedBy\":\"ada\"");
  }

  @Test
  void showsWhoIsToldAndWhoMovesUpBeforeALargerRoom() {
    publish();
    confirm(6, 2);
    List<String> waiting = waitlist(3, 1, 2, 1);
    others.send(
        Topics.DELIVERIES,
        waiting.getFirst(),
        new DeliveryFailed(
            waiting.getFirst(), meetupId, "m", DeliveryFailure.ADDRESS_REFUSED, Instant.now()));
    awaitParties(10);
    ObjectNode larger = anEvening().put("capacity", 16);
    larger.putObject("venue").put("name", "c-base");
    ((ObjectNode) larger.get("agenda").get(1)).put("startsAt", at(45));
    edit(larger);

    await()
        .untilAsserted(() ->
            assertThat(browser.open(path + "/publish").body())
                .contains("Es ist hier: c-base. Vorher: Berlin Mitte.")
                .contains("„Handling incidents collaboratively“ verschiebt sich von")
                .contains("Der Raum hat 16 Plätze; vorher waren es 8.")
                .contains("Etwa 10 Mails: 6 mit Platz, 4 auf der Warteliste")
                .contains("An eine dieser Adressen ist zuletzt keine Mail angekommen")
                // Four seats are free: 3 and 1 move up, and then nothing is left.
                .contains("rücken etwa 2 Anmeldungen nach"));
  }

  @Test
  void tellsThoseWithASeatAloneOfATalkAndEverybodyOnRequest() {
    publish();
    confirm(2, 1);
    waitlist(1);
    awaitParties(3);
    ObjectNode moved = anEvening();
    ((ObjectNode) moved.get("agenda").get(1)).put("startsAt", at(45));
    edit(moved);

    HttpResponse<String> page = browser.open(path + "/publish");

    assertThat(page.body())
        .contains("Etwa 2 Mails: 2 mit Platz, 0 auf der Warteliste")
        .contains("Etwa 3 Mails: 2 mit Platz, 1 auf der Warteliste")
        .doesNotContain("Was mit den Plätzen geschieht");
    browser.submit(page, path + "/publish", Map.of("edit", edit(page), "notify", "ALWAYS"));
    assertThat(history()).contains("\"notify\":\"ALWAYS\"");
  }

  @Test
  void takesNobodysSeatInASmallerRoom() {
    publish();
    confirm(8, 1);
    List<String> waiting = waitlist(1, 1);
    others.decide(
        meetupId,
        DecisionFixtures.released(waiting.getLast(), meetupId, ReleaseReason.ATTENDEE).build());
    awaitParties(9);
    edit(anEvening().put("capacity", 6));

    assertThat(browser.open(path + "/publish").body())
        .contains("Niemand verliert einen Platz.")
        .contains("rückt niemand nach, bis 3 Plätze frei geworden sind")
        .contains("Keine Mail");
  }

  /** As one is that an instance reads which has lost its partition and does not know it yet. */
  @Test
  void passesOverADecisionThatComesAfterALaterOne() {
    publish();
    String rsvpId = confirm(1, 1).getFirst();
    awaitParties(1);
    jdbc.sql(
            """
            update parties set standing = 'RELEASED', record_offset = 1000000000000
             where rsvp_id = ?
            """)
        .param(rsvpId)
        .update();

    others.decide(meetupId, DecisionFixtures.confirmed(rsvpId, meetupId).build());
    confirm(1, 1);

    awaitParties(1);
  }

  @Test
  void publishesWhatWasShownAndNothingThatCameMeanwhile() {
    publish();
    edit(anEvening().put("title", "Two"));
    HttpResponse<String> page = browser.open(path + "/publish");
    String seen = edit(page);
    edit(anEvening().put("title", "Three"));

    HttpResponse<String> stale =
        browser.submit(page, path + "/publish", Map.of("edit", seen, "note", "<b>New</b>"));

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body())
        .contains("Jemand hat das Meetup bearbeitet", "Es heißt „Three“", "&lt;b&gt;New&lt;/b&gt;");
    browser.submit(stale, path + "/publish", Map.of("edit", edit(stale)));
    HttpResponse<String> twice =
        browser.submit(stale, path + "/publish", Map.of("edit", edit(stale)));
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("Jemand war schneller");
    HttpResponse<String> long_ =
        browser.submit(stale, path + "/publish", Map.of("note", "x".repeat(2_001)));
    assertThat(long_.statusCode()).isEqualTo(422);
    assertThat(history().split("\"version\"")).hasSize(3);
  }

  @Test
  void asksBackBeforeAStartInThePast() {
    publish();
    ObjectNode past = anEvening();
    past.put("startsAt", Instant.now().minus(Duration.ofHours(1)).toString());
    past.put("rsvpClosesAt", at(0)).put("promotionsEndAt", at(0));
    past.putArray("agenda");
    edit(past);
    HttpResponse<String> page = browser.open(path + "/publish");
    assertThat(page.body()).doesNotContain("confirmPast");

    HttpResponse<String> asked =
        browser.submit(page, path + "/publish", Map.of("edit", edit(page)));

    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(asked.body()).contains("würde das Meetup in der Vergangenheit beginnen");
    HttpResponse<String> done =
        browser.submit(asked, path + "/publish", Map.of("edit", edit(asked), "confirmPast", "on"));
    assertThat(done.statusCode()).isEqualTo(303);
  }

  @Test
  void cancelsForSomebodyWhoTypesTheTitle() {
    assertThat(browser.open(path + "/cancel").body()).contains("Es wurde nie veröffentlicht");
    publish();
    confirm(2, 1);
    awaitParties(2);
    edit(anEvening().put("title", "Never published"));
    HttpResponse<String> page = browser.open(path + "/cancel");
    assertThat(page.body()).contains("Etwa 2 Mails", "Kubernetes &amp; Cloud Native Berlin");

    HttpResponse<String> wrong =
        browser.submit(page, path + "/cancel", Map.of("title", "Never", "note", "Das Rohr."));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Das ist nicht sein Titel", "Das Rohr.", "value=\"Never\"");

    HttpResponse<String> done =
        browser.submit(
            wrong,
            path + "/cancel",
            Map.of("title", " Kubernetes & Cloud Native  Berlin", "note", "Das Rohr."));
    assertThat(Browser.next(done)).isEqualTo(path + "/cancel");
    assertThat(history()).contains("\"CANCELLED\"", "Das Rohr.");
    HttpResponse<String> after = browser.open(path + "/cancel");
    assertThat(after.body()).contains("Das Meetup ist abgesagt").doesNotContain("<textarea");
    assertThat(browser.open(path + "/publish").body()).contains("dabei bleibt es");
    HttpResponse<String> again =
        browser.submit(
            wrong, path + "/cancel", Map.of("title", "Kubernetes & Cloud Native Berlin"));
    assertThat(again.statusCode()).isEqualTo(409);
  }

  private void publish() {
    assertThat(api.post("/api/schedules/" + meetupId + "/publications", "{}").status())
        .isEqualTo(201);
  }

  private void edit(ObjectNode meetup) {
    Answer saved = api.put("/api/schedules/" + meetupId, meetup.toString(), "If-Match", "*");
    assertThat(saved.status()).as("%s", saved).isEqualTo(200);
  }

  private String history() {
    return api.get("/api/schedules/" + meetupId + "/publications").toString();
  }

  private List<String> confirm(int parties, int seats) {
    List<String> rsvpIds = new ArrayList<>();
    for (int i = 0; i < parties; i++) {
      String rsvpId = UUID.randomUUID().toString();
      rsvpIds.add(rsvpId);
      others.decide(meetupId, DecisionFixtures.confirmed(rsvpId, meetupId).setSeats(seats).build());
    }
    return rsvpIds;
  }

  /** Parties of these sizes, in this order. */
  private List<String> waitlist(int... sizes) {
    List<String> rsvpIds = new ArrayList<>();
    for (int size : sizes) {
      String rsvpId = UUID.randomUUID().toString();
      rsvpIds.add(rsvpId);
      others.decide(
          meetupId,
          DecisionFixtures.waitlisted(rsvpId, meetupId)
              .setSeats(size)
              .setWaitlistNumber((long) rsvpIds.size())
              .build());
    }
    return rsvpIds;
  }

  private void awaitParties(int number) {
    await().until(() -> parties() == number);
  }

  private int parties() {
    return jdbc.sql("select count(*) from parties where meetup_id = ? and standing <> 'RELEASED'")
        .param(meetupId)
        .query(Integer.class)
        .single();
  }

  private static String edit(HttpResponse<String> page) {
    Matcher edit = EDIT.matcher(page.body());
    assertThat(edit.find()).as(page.body()).isTrue();
    return edit.group(1).replace("&quot;", "\"");
  }
}
