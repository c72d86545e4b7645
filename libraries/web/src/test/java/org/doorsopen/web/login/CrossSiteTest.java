package org.doorsopen.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.web.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A foreign page makes the browser of an organizer who is logged in send requests. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"doors.login.organizer=ada:lovelace", "doors.public.domain=doors.example"})
class CrossSiteTest {

  private static final String LOGIN = "Authorization: Basic YWRhOmxvdmVsYWNl";

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: Cross-Site",
        "Sec-Fetch-Site: cross-site, Origin: http://{host}",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: same-site, Origin: https://evil.example.org",
        "Sec-Fetch-Site: same-site, Origin: null",
        "Origin: https://evil.example",
        "Origin: HTTPS://EVIL.EXAMPLE",
        "Origin: http://localhost",
        "Origin: http://localhost:1",
        "Origin: http://{host}.evil.example",
        "Origin: null",
        "Origin: ftp://{host}",
        "Origin: what?",
        "Sec-Fetch-Site: whatever, Origin: https://evil.example",
        "Origin: https://evil.example, X-Forwarded-Host: doors.example",
        "Origin: https://doors.example:444, X-Forwarded-Host: doors.example",
      })
  void refusesWhatAForeignPageSends(String headers) {
    String answer = post("/organizer", LOGIN, headers);

    assertThat(answer).startsWith("HTTP/1.1 403").contains("application/problem+json");
    assertThat(answer).contains("another site").contains("X-Content-Type-Options: nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sec-Fetch-Site: same-origin, Origin: http://{host}",
        "Sec-Fetch-Site: same-origin, Origin: null",
        "Sec-Fetch-Site: none",
        "Sec-Fetch-Site: same-site, Origin: http://{host}",
        "Origin: http://{host}",
        "Origin: HTTP://LOCALHOST:{port}",
        "Origin: https://doors.example, X-Forwarded-Host: doors.example",
        "Origin: https://doors.example:443, X-Forwarded-Host: Doors.Example",
        "Origin: https://doors.example, X-Forwarded-Host: 'doors.example:443'",
        "Origin: http://doors.example:8443, X-Forwarded-Host: 'doors.example:8443'",
      })
  void takesWhatOurOwnPageOrNoPageSends(String headers) {
    assertThat(post("/organizer", LOGIN, headers)).startsWith("HTTP/1.1 200");
  }

  @Test
  void takesTheHostWithoutAPortForTheUsualOneOfEitherScheme() {
    String atProxy = "POST /organizer HTTP/1.1\r\nHost: doors.example\r\n" + LOGIN;

    assertThat(send(atProxy + "\r\nOrigin: https://doors.example")).startsWith("HTTP/1.1 200");
    assertThat(send(atProxy + "\r\nOrigin: http://doors.example")).startsWith("HTTP/1.1 200");
    assertThat(send(atProxy + "\r\nOrigin: http://doors.example:8080")).startsWith("HTTP/1.1 403");
  }

  @Test
  void takesFormsOfPagesThatHideWhereTheyAreUnlessTheBrowserAddsALogin() {
    assertThat(post("/public/form", "Origin: null")).startsWith("HTTP/1.1 200");
    assertThat(post("/public/form", "Origin: null", LOGIN)).startsWith("HTTP/1.1 403");
    assertThat(post("/public/form", "Origin: null", "Cookie: a=b")).startsWith("HTTP/1.1 403");
  }

  @Test
  void refusesTheSameOnRoutesThatNeedNoLogin() {
    assertThat(post("/public/form", "Sec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 403");
    assertThat(post("/public/form", "Origin: https://evil.example")).startsWith("HTTP/1.1 403");
  }

  @Test
  void opensToOtherSitesWhatTrustsNoBrowser() {
    assertThat(post("/public/click", "Sec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 200");
    assertThat(post("/public/click", "Origin: https://mail.example")).startsWith("HTTP/1.1 200");
  }

  @Test
  void letsPagesOfOtherSitesLinkHere() {
    String follow = "GET /organizer HTTP/1.1\r\nHost: localhost\r\n" + LOGIN;

    assertThat(send(follow + "\r\nSec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 200");
  }

  private String post(String path, String... headers) {
    String host = "localhost:" + port;
    String lines =
        Arrays.stream(headers)
            .flatMap(some -> Stream.of(some.split(", ")))
            .filter(line -> !line.isEmpty())
            .map(line -> line.replace("{host}", host).replace("{port}", "" + port))
            .map(line -> "\r\n" + line.replace("'", ""))
            .collect(Collectors.joining());
    return send("POST " + path + " HTTP/1.1\r\nHost: " + host + lines);
  }

  private String send(String head) {
    return new Client(port).rawHead(head + "\r\nContent-Length: 0");
  }
}
