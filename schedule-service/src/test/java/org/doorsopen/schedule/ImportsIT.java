package org.doorsopen.schedule;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organizer brings along what is there, and gets a draft that is not kept. */
@ScheduleService
class ImportsIT {

  private static final Path EVENING =
      Path.of("src/test/resources/announcements/01-kubernetes-berlin.txt");

  @LocalServerPort int port;

  @Test
  void readsAnAnnouncementWhole() throws Exception {
    HttpResponse<String> answer = send("text/plain", Files.readAllBytes(EVENING));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode read = JsonMapper.shared().readTree(answer.body());
    assertThat(read.get("notUnderstood")).isEmpty();
    assertThat(read.get("missing"))
        .extracting(JsonNode::asString)
        .containsExactly("date", "timeZone", "venue.address", "capacity");
    assertThat(read.at("/draft/agenda")).hasSize(6);
    assertThat(read.at("/draft/agenda/4/startsAt").asString()).isEqualTo("19:45");
    assertThat(read.at("/draft/agenda/4/speakers/0/organization").asString())
        .isEqualTo("Microsoft");
    assertThat(read.at("/draft/sponsors/0/contribution").asString()).isEqualTo("pizzas");
    assertThat(read.at("/uncertain/0/why").asString()).isNotBlank();
    assertThat(read.has("lines")).isFalse();
  }

  @Test
  void createsWhatItHasReadOnceTheRestIsGiven() throws Exception {
    String text =
        """
        Rust Berlin
        3 December 2026, Europe/Berlin, 18:30 – 21:00
        80 seats
        18:30 Doors
        19:00 Traits by Jana Berger (Example Bank)
        """;
    JsonNode draft =
        JsonMapper.shared().readTree(send("text/plain", text.getBytes(UTF_8)).body()).get("draft");

    var created =
        new OrganizerApi(port, ScheduleService.LOGIN).post("/api/schedules", draft.toString());

    assertThat(created.status()).as("%s from %s", created, draft).isEqualTo(201);
    assertThat(created.json().at("/agenda/1/speakers/0/name").asString()).isEqualTo("Jana Berger");
  }

  @Test
  void readsCalendarsAndPagesAndSaysWhichLinesItCounts() throws Exception {
    String calendar =
        "BEGIN:VEVENT\r\nSUMMARY:Evening\r\nDTSTART;TZID=Europe/Berlin:20261203T183000\r\nEND:VEVENT";
    String page =
        "<script type=application/ld+json>{\"@type\":\"Event\",\"name\":\"Evening\",\"startDate\":\"2026-12-03T18:30\"}</script>";

    JsonNode first =
        JsonMapper.shared().readTree(send("text/calendar", calendar.getBytes(UTF_8)).body());
    JsonNode second = JsonMapper.shared().readTree(send("text/html", page.getBytes(UTF_8)).body());

    assertThat(first.at("/draft/startsAt").asString()).isEqualTo("2026-12-03T18:30:00+01:00");
    assertThat(first.at("/lines/0").asString()).isEqualTo("SUMMARY: Evening");
    assertThat(second.at("/draft/startsAt").asString()).isEqualTo("2026-12-03T18:30");
    assertThat(second.at("/draft/title").asString()).isEqualTo("Evening");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/pdf",
        "text/csv",
        "text/plain;charset=iso-8859-1"
      })
  void takesNoOtherForms(String type) throws Exception {
    assertThat(send(type, "{}".getBytes(UTF_8)).statusCode()).isEqualTo(415);
  }

  @Test
  void refusesWhatItCannotRead() throws Exception {
    HttpResponse<String> latin = send("text/plain", "Begrüßung".getBytes(ISO_8859_1));
    assertThat(latin.statusCode()).isEqualTo(400);
    assertThat(latin.body()).contains("not valid UTF-8");
    assertThat(send("text/plain", " \n".getBytes(UTF_8)).statusCode()).isEqualTo(400);
    assertThat(send("text/plain", "a\n".repeat(2_001).getBytes(UTF_8)).body())
        .contains("2000 lines");
    assertThat(send("text/calendar", "Hello".getBytes(UTF_8)).body()).contains("VEVENT");
    assertThat(send("text/plain", new byte[256 * 1_024 + 1]).statusCode()).isEqualTo(413);
  }

  @Test
  void keepsNothing() throws Exception {
    var api = new OrganizerApi(port, ScheduleService.LOGIN);
    String before = api.get("/api/schedules?limit=1").json().toString();

    send("text/plain", Files.readAllBytes(EVENING));

    assertThat(api.get("/api/schedules?limit=1").json()).hasToString(before);
  }

  @Test
  void isForOrganizersAlone() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/schedules/imports"))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("18:30 Doors"))
            .build();

    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(401);
  }

  private HttpResponse<String> send(String type, byte[] body)
      throws IOException, InterruptedException {
    String login =
        "Basic " + Base64.getEncoder().encodeToString(ScheduleService.LOGIN.getBytes(UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/schedules/imports"))
            .header("Content-Type", type)
            .header("Authorization", login)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
