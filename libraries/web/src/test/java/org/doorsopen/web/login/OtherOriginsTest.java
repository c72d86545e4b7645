package org.doorsopen.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.web.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page of another origin asks; https://community.example and http://localhost:3000 are named. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"doors.login.organizer=ada:lovelace", "doors.public.domain=doors.example"})
class OtherOriginsTest {

  private static final String NAMED = "https://community.example";

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({
    "GET /public, 200",
    "HEAD /public, 200",
    "GET /public?page=x, 400",
    "GET /public?page=%zz, 400",
    "GET /public/%zz, 400",
    "GET /public/fail/bug, 500",
    "GET /public/fail/database, 503",
    "GET /public/fail/kafka, 503",
    "GET /public/fail/conflict, 409",
    "GET /public/fail/nothing, 404",
    "PUT /public, 403",
    "POST /public, 400",
  })
  void letsAPageThatIsNamedReadEveryAnswer(String request, int status) {
    String answer = ask(request, "Origin: " + NAMED, "Sec-Fetch-Site: cross-site");

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(headers(answer))
        .contains("access-control-allow-origin: " + NAMED)
        .contains("access-control-expose-headers: etag, link, location, retry-after")
        .noneMatch(header -> header.startsWith("access-control-allow-credentials"));
    if (!request.contains("%zz")) {
      assertThat(headers(answer)).anyMatch(header -> header.matches("vary: .*origin.*"));
    }
  }

  @Test
  void saysOnceWhoseAnswerItIs() {
    assertThat(headers(ask("GET /public/fail/bug", "Origin: " + NAMED)))
        .filteredOn(header -> header.startsWith("access-control-allow-origin"))
        .hasSize(1);
  }

  @Test
  void takesAPostOfANamedPage() {
    String post = "{\"title\":\"Pods\"}";
    String answer =
        new Client(port)
            .rawHead(
                "POST /public HTTP/1.1\r\nHost: localhost\r\nOrigin: "
                    + NAMED
                    + "\r\nSec-Fetch-Site: cross-site\r\nContent-Type: application/json"
                    + "\r\nContent-Length: "
                    + post.length()
                    + "\r\nConnection: close\r\n\r\n"
                    + post);

    // It lacks most of an evening; what matters is that it is read, and that the page may read why.
    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(headers(answer)).contains("access-control-allow-origin: " + NAMED);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /public, https://evil.example",
    "GET /public, null",
    "GET /public, http://community.example",
    "GET /public, https://community.example:8443",
    "GET /public, https://community.example.evil.example",
    "GET /public, http://localhost",
    "GET /public/language, https://community.example",
    "GET /organizer, https://community.example",
    "GET /login, https://community.example",
    "POST /public/click, https://community.example",
  })
  void letsNoOtherPageReadAndNoPageReadAnythingElse(String request, String origin) {
    String answer = ask(request, "Origin: " + origin);

    assertThat(headers(answer)).noneMatch(header -> header.startsWith("access-control"));
  }

  @ParameterizedTest
  @CsvSource({
    "/public, https://evil.example",
    "/public, null",
    "/public/form, https://community.example",
    "/organizer, https://community.example",
    "/logout, https://community.example",
  })
  void refusesAsBeforeWhatOtherPagesSend(String path, String origin) {
    assertThat(ask("POST " + path, "Origin: " + origin, "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/public", "/public/fail/x"})
  void tellsWhateverKeepsAnAnswerThatItDependsOnThePage(String path) {
    assertThat(headers(ask("GET " + path))).anyMatch(header -> header.matches("vary: .*origin.*"));
  }

  @ParameterizedTest
  @CsvSource({
    "/public, GET, https://community.example",
    "/public, HEAD, https://community.example",
    "/public, POST, http://localhost:3000",
    "/public?page=2, GET, https://community.example",
    "/public/fail/x, GET, https://community.example",
  })
  void tellsABrowserThatAsksBeforehandWhatItMaySend(String path, String method, String origin) {
    String answer =
        ask(
            "OPTIONS " + path,
            "Origin: " + origin,
            "Access-Control-Request-Method: " + method,
            "Access-Control-Request-Headers: content-type,idempotency-key");

    assertThat(answer).startsWith("HTTP/1.1 204");
    assertThat(headers(answer))
        .contains("access-control-allow-origin: " + origin, "access-control-max-age: 7200")
        .contains("x-content-type-options: nosniff", "cross-origin-resource-policy: same-origin")
        .anyMatch(header ->
            header.startsWith("access-control-allow-headers")
                && header.contains("content-type")
                && header.contains("idempotency-key"))
        .noneMatch(header -> header.startsWith("access-control-allow-credentials"));
  }

  @ParameterizedTest
  @CsvSource({
    "/public, GET, https://evil.example",
    "/public, DELETE, https://community.example",
    "/public, PUT, https://community.example",
    "/public/fail/x, POST, https://community.example",
    "/public/form, POST, https://community.example",
    "/organizer, GET, https://community.example",
    "/public, get, https://community.example",
  })
  void tellsABrowserWhatItMayNotSend(String path, String method, String origin) {
    String answer =
        ask("OPTIONS " + path, "Origin: " + origin, "Access-Control-Request-Method: " + method);

    assertThat(answer).doesNotStartWith("HTTP/1.1 204");
    assertThat(headers(answer)).noneMatch(header -> header.startsWith("access-control"));
  }

  @Test
  void stillTellsWhatIsThereIfNoPageAsks() {
    assertThat(ask("OPTIONS /public")).startsWith("HTTP/1.1 200").contains("Allow: ");
    assertThat(ask("OPTIONS /public", "Origin: " + NAMED)).startsWith("HTTP/1.1 200");
  }

  @Test
  void opensNothingThatIsNotPublic() {
    PublicRoutes routes = PublicRoutes.of("GET /public");

    assertThatThrownBy(() -> routes.openToNamedOrigins("POST /public"))
        .hasMessageContaining("POST /public");
  }

  private String ask(String request, String... headers) {
    String lines = Stream.of(headers).map(line -> "\r\n" + line).collect(Collectors.joining());
    String length = request.matches("(POST|PUT) .*") ? "\r\nContent-Length: 0" : "";
    return new Client(port)
        .rawHead(request + " HTTP/1.1\r\nHost: localhost:" + port + lines + length);
  }

  private static List<String> headers(String answer) {
    return answer
        .split("\r\n\r\n", 2)[0]
        .lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .toList();
  }
}
