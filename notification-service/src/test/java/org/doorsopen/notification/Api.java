package org.doorsopen.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.notification.NotificationService.ORGANIZER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its callers reach it. */
@TestComponent
final class Api {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Environment environment;

  Api(Environment environment) {
    this.environment = environment;
  }

  /** The delivery log, as an organizer reads it. */
  JsonNode emails(String query) {
    HttpResponse<String> response = get("/api/emails" + query, ORGANIZER);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  /** The attendee's mail of this kind, once the log says that it has this status. */
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

  /** As an organizer asks for a mail of the log to be tried again. */
  void retry(JsonNode mail) {
    String path = "/api/emails/" + mail.get("id").asString() + "/retry";
    assertThat(post(path, ORGANIZER).statusCode()).isEqualTo(202);
  }

  HttpResponse<String> get(String path, @Nullable String login) {
    return send(request(path, login));
  }

  HttpResponse<String> post(String path, @Nullable String login) {
    return send(request(path, login).POST(HttpRequest.BodyPublishers.noBody()));
  }

  HttpRequest.Builder request(String path, @Nullable String login) {
    String port =
        environment.getRequiredProperty(
            path.startsWith("/actuator") ? "local.management.port" : "local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (login != null) {
      String credentials = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
      request.header("Authorization", "Basic " + credentials);
    }
    return request;
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
