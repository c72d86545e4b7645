package org.doorsopen.infrastructure.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.access.registry.RegistryKey;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** Whom the registry answers. */
@DisabledIfEnvironmentVariable(
    named = "DOORS_INFRASTRUCTURE",
    matches = "containers",
    disabledReason = "in containers, networks keep strangers from the registry")
class EmbeddedRegistryIT {
  private static final Infrastructure INFRASTRUCTURE = SharedInfrastructure.get();
  private static final String SCHEMA = "{\"schema\": \"{\\\"type\\\":\\\"string\\\"}\"}";
  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  @Test
  void answersNobodyWithoutATokenThatTheKeyHasSigned() throws Exception {
    String forged =
        RegistryKey.of(RegistryKey.generate()).token("ada", RegistryKey.Role.OPERATOR, TOMORROW);

    assertThat(statusOf("GET", "/subjects", "")).isEqualTo(401);
    assertThat(statusOf("GET", "/subjects", forged)).isEqualTo(401);
    assertThat(statusOf("GET", "/../../registry/v3/admin/export", "")).isEqualTo(401);
    assertThat(statusOf("POST", "/subjects/forged/versions", forged)).isEqualTo(401);
  }

  @Test
  void letsServicesRegisterSchemas() throws Exception {
    String service = INFRASTRUCTURE.registry(ServiceAccount.RSVP).token().orElseThrow();

    assertThat(statusOf("POST", "/subjects/of-a-service/versions", service)).isEqualTo(200);
    assertThat(statusOf("GET", "/subjects", service)).isEqualTo(200);
  }

  @Test
  void letsReadersLookAndChangeNothing() throws Exception {
    Path key = SharedInfrastructure.folder().resolve("secrets/registry-key");
    String reader =
        RegistryKey.of(Files.readString(key))
            .token("reader-ada", RegistryKey.Role.READER, TOMORROW);

    assertThat(statusOf("GET", "/subjects", reader)).isEqualTo(200);
    assertThat(statusOf("POST", "/subjects/of-a-reader/versions", reader)).isEqualTo(403);
    assertThat(statusOf("DELETE", "/subjects/of-a-service", reader)).isEqualTo(403);
    assertThat(statusOf("PUT", "/config/of-a-service", reader)).isEqualTo(403);
  }

  private static int statusOf(String method, String path, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(INFRASTRUCTURE.registry().url() + path).normalize())
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(SCHEMA));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}
