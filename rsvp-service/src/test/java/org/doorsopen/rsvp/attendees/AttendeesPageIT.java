package org.doorsopen.rsvp.attendees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;
import static org.doorsopen.rsvp.RunningService.organizer;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorsopen.identity.Secrets;
import org.doorsopen.identity.SessionTokens;
import org.doorsopen.identity.SessionTokens.Session;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.CancellationExplained;
import org.doorsopen.schemas.events.DeliveryFailed;
import org.doorsopen.schemas.events.DeliveryFailure;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.SeatReleased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list of those who come, as organizers see it in a browser. */
@RsvpService
class AttendeesPageIT {

  private static final Pattern NAME = Pattern.compile("<strong><a href=\"[^\"]*\">([^<]*)</a>");

  @Autowired private RunningService service;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void findsPeopleHoweverTheirNamesAreTyped() {
    String meetupId = service.publish(Schedules.aMeetup(80));
    request(meetupId, Normalizer.normalize("Zoë Müller", Normalizer.Form.NFD), "z1@example.org");
    request(meetupId, "ÉMILE Østergård", "e2@Bücher.example");
    request(meetupId, "Юрий Under_score", "yu@sub.example.net");
    awaitNames(meetupId, "", 3);

    assertThat(names(meetupId, "?q=" + typed("zoe"))).hasSize(1);
    assertThat(names(meetupId, "?q=" + typed("MÜLLER zoë"))).hasSize(1);
    assertThat(names(meetupId, "?q=" + typed("émile ostergard"))).hasSize(1);
    assertThat(names(meetupId, "?q=" + typed("юрий"))).hasSize(1);
    assertThat(names(meetupId, "?q=" + typed("_"))).containsExactly("Юрий Under_score");
    assertThat(names(meetupId, "?q=" + typed("%"))).isEmpty();
    assertThat(names(meetupId, "?q=" + typed("@bücher.example"))).hasSize(1);
    assertThat(names(meetupId, "?q=" + typed("BÜCHER.example"))).hasSize(1);
    assertThat(names(meetupId, "?q=" + typed("example.net"))).hasSize(1);
    assertThat(names(meetupId, "?q=" + typed("zoe example.net"))).isEmpty();
    assertThat(names(meetupId, "?q=" + typed("'\" \\ ; --"))).isEmpty();
    assertThat(names(meetupId, "?q=+%C2%85+")).hasSize(3);
    assertThat(page(meetupId, "?q=%00").status()).isEqualTo(400);
  }

  @Test
  void hasTabsOrdersAndPagesInItsAddress() {
    String meetupId = service.publish(Schedules.aMeetup(4));
    request(meetupId, "Cleo", "c@example.org", 1);
    request(meetupId, "Ada", "a@example.org", 1);
    request(meetupId, "Bo", "b@example.org", 2);
    request(meetupId, "Cleo Again", "c@example.org", 0);
    awaitNames(meetupId, "", 4);

    Answer all = page(meetupId, "");
    assertThat(all.body())
        .contains("All (4)", "Confirmed (2)", "Waiting (1)", "Declined (1)", "Cancelled (0)")
        .contains("Waiting, number 1 in line", "No seats were free", "Has an RSVP already")
        .contains("4 of 4 seats are taken, 1 party waits.");
    assertThat(all.header("Cache-Control")).contains("no-store");
    assertThat(names(meetupId, "?status=confirmed&sort=name")).containsExactly("Ada", "Cleo");
    assertThat(names(meetupId, "?sort=party")).startsWith("Bo");
    assertThat(names(meetupId, "?sort=line")).startsWith("Bo");
    assertThat(names(meetupId, "?sort=latest")).startsWith("Cleo Again");
    String searched = page(meetupId, "?status=confirmed&q=cleo&sort=name").body();
    assertThat(searched)
        .contains("All (2)", "Confirmed (1)", "Declined (1)", "1 party, 2 people")
        .contains("?status=declined&amp;q=cleo&amp;sort=name")
        .contains("/rsvps.csv?status=confirmed&amp;q=cleo&amp;sort=name&amp;separator=semicolon");
    assertThat(names(meetupId, "?page=9")).hasSize(4);
    assertThat(page(meetupId, "?status=&mails=&sort=&lang=de").body()).contains("Wer kommt");
  }

  @Test
  void showsWhoseMailsReachNobody() {
    String meetupId = service.publish(Schedules.aMeetup(4));
    String ada = request(meetupId, "Ada", "a@example.org");
    request(meetupId, "Bo", "b@example.org");
    awaitNames(meetupId, "", 2);
    service.write(
        Topics.DELIVERIES,
        ada,
        new DeliveryFailed(ada, meetupId, newId(), DeliveryFailure.ADDRESS_REFUSED, Instant.now()));

    awaitNames(meetupId, "?mails=unreached", 1);
    assertThat(page(meetupId, "?mails=unreached").body())
        .contains("the address was refused", "value=\"unreached\" checked");
  }

  @ParameterizedTest
  @CsvSource({
    "status=nobody,status",
    "status=REQUESTED,status",
    "sort=shoe-size,sort",
    "page=0,page",
    "page=99999999999,page",
    "mails=some,mails",
    "separator=tab,separator"
  })
  void namesParametersThatMakeNoSense(String query, String field) {
    String meetupId = service.publish(Schedules.aMeetup(4));
    String api = "/api/meetups/" + meetupId + "/rsvps?" + query;

    Answer answer = service.browser().get(api, "Authorization", organizer());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    Answer page = page(meetupId, "?" + query);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Content-Type")).startsWith("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/rsvps.csv", "/rsvps/0b0f6a0e-3f52-4d2b-9d0e-5a4f6f3f2f10"})
  void isForOrganizersAndForMeetupsThatExist(String path) {
    String known = "/desk/attendees/" + service.publish(Schedules.aMeetup(4)) + path;
    String unknown = "/desk/attendees/" + newId() + path;

    assertThat(service.browser().get(known).status()).isIn(302, 303, 401);
    assertThat(service.browser().get(unknown, "Authorization", organizer()).status())
        .isEqualTo(404);
  }

  @Test
  void writesFiftyThousandRowsWhileTheyAreReadAndHoldsFewOfThem() {
    String meetupId = service.publish(Schedules.aMeetup(4));
    int all = 50_000;
    jdbc.update(
        """
        insert into rsvps
          (rsvp_id, meetup_id, seats, status, decided_at, first_offset, read_offset)
        select gen_random_uuid(), ?, 1, 'CONFIRMED', now(), n, n from generate_series(1, ?) n
        """,
        meetupId,
        all);
    String path = "/desk/attendees/" + meetupId + "/rsvps.csv?separator=semicolon&status=confirmed";

    HttpResponse<Stream<String>> answer =
        service.browser().stream(path, "Authorization", organizer());

    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"rsvps.csv\"");
    try (Stream<String> lines = answer.body()) {
      Iterator<String> rows = lines.iterator();
      assertThat(rows.next()).startsWith("\ufeffrsvpId;name;email;status;");
      assertThat(rows.next()).contains(";;;CONFIRMED;1;");
      // The others of the first chunks are on their way; what is deleted now is not read any more.
      jdbc.update("delete from rsvps where meetup_id = ? and first_offset > 49000", meetupId);
      int read = 1;
      while (rows.hasNext()) {
        rows.next();
        read++;
      }
      assertThat(read).isEqualTo(49_000);
    } finally {
      jdbc.update("delete from rsvps where meetup_id = ?", meetupId);
    }
  }

  @Test
  void cancelsAnRsvpWithAWordThatOnlyThePersonReads() {
    String meetupId = service.publish(Schedules.aMeetup(4));
    String ada = request(meetupId, "Ada", "a@example.org");
    awaitNames(meetupId, "", 1);
    String path = "/desk/attendees/" + meetupId + "/rsvps/" + ada;
    assertThat(service.browser().get(path, "Authorization", organizer()).body())
        .contains("Ada", "a@example.org", "Cancel the RSVP", "action=\"" + path + "/cancellation");

    Answer cancelled =
        service
            .browser()
            .postForm(
                path + "/cancellation",
                "words=" + typed("Sorry, Ada:\r\nthe room is for students."),
                "Authorization",
                organizer());

    assertThat(cancelled.status()).isEqualTo(303);
    assertThat(cancelled.header("Location")).isEqualTo(path + "?cancelling=true");
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(
                    service
                        .browser()
                        .get(path + "?cancelling=true", "Authorization", organizer())
                        .body())
                .contains("An organizer cancelled it", "organizer")
                .doesNotContain("Cancel the RSVP"));
    assertThat(service.topic(Topics.MAIL_REQUESTS).records(ada).getFirst().value())
        .isInstanceOfSatisfying(
            CancellationExplained.class,
            explained ->
                assertThat(explained.getWords())
                    .isEqualTo("Sorry, Ada:\nthe room is for students."));
    assertThat(last(Topics.RSVPS, meetupId))
        .isInstanceOfSatisfying(
            RsvpCancelled.class,
            event -> {
              assertThat(event.getExplained()).isTrue();
              assertThat(event.getOrganizer()).isEqualTo("organizer");
              assertThat(event.toString()).doesNotContain("students");
            });
    assertThat(last(Topics.SEATS, meetupId))
        .isInstanceOfSatisfying(
            SeatReleased.class,
            event -> {
              assertThat(event.getExplained()).isTrue();
              assertThat(event.getReason()).isEqualTo(ReleaseReason.ORGANIZER);
            });
    // Once more, from another window.
    service.browser().postForm(path + "/cancellation", "", "Authorization", organizer());
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).hasSize(2);
  }

  @Test
  void keepsTheWordThatIsTooLongAndCancelsNothing() {
    String meetupId = service.publish(Schedules.aMeetup(4));
    String ada = request(meetupId, "Ada", "a@example.org");
    awaitNames(meetupId, "", 1);
    String path = "/desk/attendees/" + meetupId + "/rsvps/" + ada;

    Answer answer =
        service
            .browser()
            .postForm(
                path + "/cancellation",
                "words=" + "long ".repeat(201),
                "Authorization",
                organizer(),
                "Accept",
                "text/html");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("at most", "long long", "aria-invalid");
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).hasSize(1);
  }

  @Test
  void cancelsForNobodyWithoutTheTokenOfTheForm() {
    String meetupId = service.publish(Schedules.aMeetup(4));
    String ada = request(meetupId, "Ada", "a@example.org");
    awaitNames(meetupId, "", 1);
    String path = "/desk/attendees/" + meetupId + "/rsvps/" + ada;
    String cookie =
        "doors-session="
            + new SessionTokens(Secrets.of("a secret for tests only"))
                .issue(
                    new Session("organizer", Instant.now().plusSeconds(60), "id"),
                    "{noop}a password:0");
    String page = service.browser().get(path, "Cookie", cookie).body();
    String token = page.replaceAll("(?s).*action=\"[^\"]*/cancellation\"[^>]*>\\s*", "");
    assertThat(token).startsWith("<input type=\"hidden\" name=\"_csrf\" value=\"");

    assertThat(service.browser().postForm(path + "/cancellation", "", "Cookie", cookie).status())
        .isEqualTo(403);
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).hasSize(1);

    String value = token.replaceAll("(?s)^.*?value=\"([^\"]*)\".*", "$1");
    assertThat(
            service
                .browser()
                .postForm(path + "/cancellation", "_csrf=" + typed(value), "Cookie", cookie)
                .status())
        .isEqualTo(303);
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).hasSize(2);
  }

  @Test
  void knowsAnRsvpAtItsOwnMeetupAlone() {
    String meetupId = service.publish(Schedules.aMeetup(4));
    String ada = request(meetupId, "Ada", "a@example.org");
    awaitNames(meetupId, "", 1);
    String other = service.publish(Schedules.aMeetup(4));
    String path = "/desk/attendees/" + other + "/rsvps/" + ada;

    assertThat(service.browser().get(path, "Authorization", organizer()).status()).isEqualTo(404);
    assertThat(
            service
                .browser()
                .postForm(path + "/cancellation", "", "Authorization", organizer())
                .status())
        .isEqualTo(404);
  }

  private Object last(String topic, String key) {
    return service.topic(topic).records(key).getLast().value();
  }

  private void awaitNames(String meetupId, String query, int names) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(names(meetupId, query)).hasSize(names).doesNotContain("Name erased"));
  }

  private List<String> names(String meetupId, String query) {
    Answer answer = page(meetupId, query);
    assertThat(answer.status()).as(query).isEqualTo(200);
    return NAME.matcher(answer.body()).results().map(found -> found.group(1)).toList();
  }

  private Answer page(String meetupId, String query) {
    return service
        .browser()
        .get(
            "/desk/attendees/" + meetupId + query,
            "Authorization",
            organizer(),
            "Accept",
            "text/html");
  }

  private static String typed(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String request(String meetupId, String name, String email) {
    return request(meetupId, name, email, 0);
  }

  private String request(String meetupId, String name, String email, int guests) {
    Answer answer =
        service
            .browser()
            .postJson(
                "/api/meetups/" + meetupId + "/rsvps",
                "{\"name\": \"%s\", \"email\": \"%s\", \"guests\": %d}"
                    .formatted(name, email, guests));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json().path("rsvpId").asString();
  }
}
