package org.doorsopen.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on real Kafka, registry, PostgreSQL and SMTP; one for all tests of the JVM. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(PlatformIT.Time.class)
abstract class PlatformIT {

  static final Infrastructure INFRASTRUCTURE = SharedInfrastructure.get();
  static final SmtpGate SMTP = SmtpGate.before(INFRASTRUCTURE.settings().get("DOORS_SMTP"));
  static final String ORGANIZER = "organizer:secret-word";
  static final Duration WINDOW = Duration.ofSeconds(1);

  @Autowired KafkaTemplate<String, Object> kafka;
  @Autowired ClockOfTests clock;
  @LocalServerPort int port;

  MeetupEvents meetup;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    INFRASTRUCTURE.settings().forEach((name, value) -> registry.add(name, () -> value));
    registry.add("DOORS_SMTP", SMTP::address);
    registry.add("DOORS_SECRET", () -> "a-secret-that-is-long-enough-for-tests-0123456789");
    registry.add("DOORS_ORGANIZER", () -> ORGANIZER);
    registry.add("DOORS_PUBLIC_URL", () -> "https://doors.example");
    registry.add("DOORS_NOTIFICATION_URL", () -> "https://mail.example/");
    registry.add("DOORS_CHANGE_WINDOW", WINDOW::toString);
  }

  @TestConfiguration
  static class Time {

    @Bean
    @Primary
    ClockOfTests clockOfTests() {
      return new ClockOfTests();
    }
  }

  @BeforeEach
  void newMeetup() {
    meetup = new MeetupEvents(kafka);
  }

  static List<Mail> mailsFor(Attendee attendee) {
    return INFRASTRUCTURE.mailbox().mails().stream()
        .filter(mail -> mail.isFor(attendee.email()))
        .toList();
  }

  static List<String> kindsFor(Attendee attendee) {
    return mailsFor(attendee).stream().map(PlatformIT::kind).toList();
  }

  static String kind(Mail mail) {
    return mail.header("Doors-Kind").orElseThrow();
  }

  /** The mails that the attendee got, once they are exactly of these kinds, in this order. */
  static List<Mail> awaitMails(Attendee attendee, String... kinds) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(kindsFor(attendee)).containsExactly(kinds));
    List<Mail> mails = mailsFor(attendee);
    CalendarParts.areGood(mails);
    return mails;
  }

  /** Waits for a mail that was caused later than every other mail, and so is sent after them. */
  void awaitEverythingSoFar() {
    Attendee marker = meetup.attendee("Marker");
    meetup.confirm(marker, 1);
    awaitMails(marker, "SEAT_CONFIRMED");
  }

  JsonNode emails(String query) {
    HttpResponse<String> response = get("/api/emails" + query, ORGANIZER);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  JsonNode awaitStatus(Attendee attendee, String kind, String status) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                emails("?rsvpId=" + attendee.rsvpId())
                    .get("emails")
                    .valueStream()
                    .filter(mail -> mail.get("kind").asString().equals(kind))
                    .filter(mail -> mail.get("status").asString().equals(status))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  HttpResponse<String> get(String path, String login) {
    return send(request(path, login));
  }

  HttpResponse<String> post(String path, String login) {
    return send(request(path, login).POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** As an organizer asks for a mail of the log to be tried again. */
  void retry(JsonNode mail) {
    String path = "/api/emails/" + mail.get("id").asString() + "/retry";
    assertThat(post(path, ORGANIZER).statusCode()).isEqualTo(202);
  }

  HttpRequest.Builder request(String path, String login) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (login != null) {
      String credentials = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
      request.header("Authorization", "Basic " + credentials);
    }
    return request;
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
