package org.doorsopen.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.notification.NotificationService.ORGANIZER;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;
import org.doorsopen.fixtures.routes.ServedRoutes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds for every route of the running service. */
@NotificationService
class RoutesIT {

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void describesEveryRouteWithItsBodyAndItsAnswers() throws Exception {
    JsonNode description =
        JsonMapper.shared().readTree(send("GET", "/api/openapi/notification-service").body());

    assertThat(ServedRoutes.of(mappings).missingIn(description)).isEmpty();
    assertThat(ServedRoutes.of(mappings).withoutSummaryIn(description)).isEmpty();
  }

  @Test
  void refusesWhatForeignPagesSendInTheNameOfAnOrganizer() {
    assertThat(ServedRoutes.of(mappings).unsafe())
        .contains("POST /api/emails/{id}/retry")
        .filteredOn(route -> !route.contains("/unsubscribe/"))
        .allSatisfy(route -> {
          String[] parts = route.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()).split(" ");
          assertThat(send(parts[0], parts[1], "Sec-Fetch-Site", "cross-site").statusCode())
              .isEqualTo(403);
        });
  }

  @Test
  void letsMailProgramsInBrowsersUnsubscribeWithOneClick() throws Exception {
    assertThat(send("POST", "/unsubscribe/no-token", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    String login = Base64.getEncoder().encodeToString(ORGANIZER.getBytes(UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, BodyPublishers.noBody())
            .header("Authorization", "Basic " + login);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
