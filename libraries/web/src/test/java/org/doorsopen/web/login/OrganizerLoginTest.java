package org.doorsopen.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.doorsopen.web.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "doors.login.organizer=ada:love:läce")
class OrganizerLoginTest {

  @LocalServerPort int port;

  Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void letsTheOrganizerInWithoutASession() {
    var response = client.get("/organizer", "Authorization", basic("ada:love:läce"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("organizer");
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada:love", "ada:love:läce2", "Ada:love:läce", ":", "ada", ""})
  void challengesEverybodyElse(String login) {
    var response = client.get("/organizer", "Authorization", basic(login));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValue("Basic realm=\"Doors Open\"");
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Client.json(response).get("status").asInt()).isEqualTo(401);
  }

  @Test
  void challengesWithoutCredentials() {
    assertThat(client.get("/organizer").statusCode()).isEqualTo(401);
    assertThat(client.get("/organizer", "Authorization", "Basic %%%").statusCode()).isEqualTo(401);
    assertThat(client.get("/organizer", "Authorization", "Bearer ada").statusCode()).isEqualTo(401);
  }

  @Test
  void needsNoLoginForPublicRoutesAndTheApiDescription() {
    assertThat(client.get("/public").statusCode()).isEqualTo(200);
    assertThat(client.get("/public", "Authorization", "Bearer token").statusCode()).isEqualTo(200);

    var description = client.get("/api/openapi/evening");
    assertThat(description.statusCode()).isEqualTo(200);
    assertThat(description.body()).contains("/organizer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", ":lovelace", "ada:", "ada:love\nlace"})
  void saysAtTheStartThatTheLoginIsNoLogin(String organizer) {
    assertThatThrownBy(() -> new LoginSettings(organizer, ""))
        .hasMessageContaining("DOORS_ORGANIZER")
        .hasMessageContaining("user:password")
        .hasMessageNotContaining("love");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada:b", "ada:elevenchars", "a-name-that-is-long:short", "ada::::::"})
  @ExtendWith(OutputCaptureExtension.class)
  void warnsOfAPasswordThatCanBeGuessed(String organizer, CapturedOutput output) {
    new LoginAutoConfiguration().organizers(new LoginSettings(organizer, ""));

    assertThat(output.getAll())
        .contains("DOORS_ORGANIZER", "fewer than 12 characters")
        .doesNotContain(organizer);
  }

  @ParameterizedTest
  @CsvSource({"ada:twelve chars, ''", "'', /nowhere/organizers"})
  @ExtendWith(OutputCaptureExtension.class)
  void saysNothingOfAPasswordThatIsLongOrOfNone(
      String organizer, String organizers, CapturedOutput output) {
    new LoginAutoConfiguration().organizers(new LoginSettings(organizer, organizers));

    assertThat(output.getAll()).doesNotContain("DOORS_ORGANIZER");
  }

  private static String basic(String login) {
    byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
