package org.doorsopen.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "doors.login.organizer=ada:lovelace",
      "doors.web.body-limit=2KB",
      "doors.public.url=https://meetups.example.org"
    })
class ProblemsTest {

  @LocalServerPort int port;

  Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void namesEveryWrongFieldAtOnce() {
    var response =
        client.post(
            "/public",
            """
            {"title": " a ", "capacity": "8", "startsAt": "2026-03-05T18:00", "timeZone": "+01:00",
             "agenda": [{"title": "fine"}, {"title": "tab\\there", "rooom": 1}, 7],
             "url": "ftp://example.org", "venue": [], "reminders": ["PT1H", "1h", 7], "colour": "red"}
            """);

    assertProblem(response, 400);
    assertThat(Client.json(response).get("errors"))
        .extracting(error -> error.get("field").asString())
        .containsExactlyInAnyOrder(
            "title",
            "capacity",
            "agenda[1].title",
            "agenda[1].rooom",
            "agenda[2]",
            "startsAt",
            "timeZone",
            "url",
            "venue",
            "reminders[1]",
            "reminders[2]",
            "colour");
  }

  @Test
  void readsWhatIsRight() {
    var response =
        client.post(
            "/public",
            """
            {"title": "  Rubik's Cube 🎲 ", "capacity": 8, "startsAt": "2026-03-05T18:00:00.1239+01:00",
             "timeZone": "Europe/Berlin", "agenda": [{"title": "Doors Open"}],
             "url": "https://münchen.example/straße", "text": "one\\r\\ntwo", "venue": {"name": "Mitte"},
             "reminders": ["PT2H", "P1D"]}
            """);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    var read = Client.json(response);
    assertThat(read.get("title").asString()).isEqualTo("Rubik's Cube 🎲");
    assertThat(read.get("startsAt").asString()).isEqualTo("2026-03-05T17:00:00.123Z");
    assertThat(read.get("text").asString()).isEqualTo("one\ntwo");
    assertThat(read.get("venue").asString()).isEqualTo("Mitte");
    assertThat(read.get("reminders").asString()).isEqualTo("[PT2H, PT24H]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"title": "unclosed            | line 1, column
          {"title": "a",                 | line 1, column
          {"title": "abc", "title": "b"} | Duplicate
          {"title": "abc"} {}            | Trailing token
          [1, 2]                         | must be a JSON object
          "text"                         | must be a JSON object
          null                           | must be a JSON object
          '   '                          | empty
          ''                             | missing
          """)
  void saysWhatIsWrongWithABodyThatIsNoObject(String body, String detail) {
    var response = client.post("/public", body);

    assertProblem(response, 400);
    assertThat(Client.json(response).get("detail").asString()).contains(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "capacity": 1.0     | capacity | must be a whole number from 0 to 1000, without a fraction
          "capacity": 1e400   | capacity | without a fraction or exponent
          "capacity": "8"     | capacity | not in quotes
          "capacity": true    | capacity | must be a whole number from 0 to 1000
          "capacity": 4294967297 | capacity | must be from 0 to 1000
          "capacity": -1      | capacity | must be from 0 to 1000
          "capacity": null    | capacity | is required
          "title": 7          | title | must be text in quotes
          "title": "  "       | title | must not be blank
          "title": "\\u200b\\u200b\\u200b" | title | must not be blank
          "title": "ab"       | title | at least 3
          "title": "a23456789012345678901" | title | at most 20 characters, not 21
          "title": "nul\\u0000" | title | control character U+0000
          "title": "esc\\u001b[31m" | title | control character U+001B
          "title": "lone\\ud83d" | title | lone surrogate U+D83D
          "title": "two\\nlines" | title | must be on one line
          "text": "nul\\u0000" | text | control character U+0000
          "timeZone": "europe/berlin" | timeZone | must be spelled Europe/Berlin
          "timeZone": "Berlin" | timeZone | such as Europe/Berlin
          "startsAt": "tomorrow" | startsAt | with an offset or Z
          "startsAt": 1772730000 | startsAt | text in quotes
          "startsAt": "2026-02-30T18:00:00Z" | startsAt | ISO 8601
          "startsAt": "+999999999-12-31T23:59:59Z" | startsAt | 2000 to 2199
          "reminders": "PT1H" | reminders | must be a list
          "reminders": ["PT1H", "PT1H", "PT1H", "PT1H"] | reminders | at most 3 entries, not 4
          "reminders": ["PT0.5S"] | reminders[0] | whole seconds
          "reminders": ["PT99999999999999999999H"] | reminders[0] | such as PT24H
          "url": "//example.org" | url | whole web address
          "url": "https://" | url | whole web address
          "url": "javascript:alert(1)" | url | whole web address
          "url": "https://example.org/a b" | url | whole web address
          "agenda": {} | agenda | must be a list
          "agenda": [{},{},{},{}] | agenda | at most 3 entries
          "agenda": [null] | agenda[0] | must be an object
          "": 1 | "" | is not known here
          "\\ud83dx": 1 | ?x | is not known here
          """)
  void namesTheFix(String field, String name, String message) {
    var response = client.post("/public", "{" + field + "}");

    assertProblem(response, 400);
    assertThat(Client.json(response).get("errors"))
        .anySatisfy(error -> {
          assertThat(error.get("field").asString()).isEqualTo(name);
          assertThat(error.get("message").asString()).contains(message);
        });
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'};
    byte[] latin = "{\"title\":\"Kai Lüke\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertProblem(client.postChunked("/public", overlong, "application/json"), 400);
    assertProblem(client.postChunked("/public", latin, "application/json"), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "utf-16le", "UTF-32", "ISO-8859-1", "windows-1252"})
  void saysWhichCharsetIsRead(String charset) {
    byte[] body = "{\"title\":\"Kai Lüke\"}".getBytes(Charset.forName(charset));

    var response = client.postChunked("/public", body, "application/json;charset=" + charset);

    assertProblem(response, 415);
    assertThat(response.body()).contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "UTF8", "\"UTF-8\"", "US-ASCII"})
  void readsUtf8ByAllItsNamesAndWithAMark(String charset) {
    byte[] body = "\uFEFF{\"title\": 7}".getBytes(StandardCharsets.UTF_8);

    var response = client.postChunked("/public", body, "application/json;charset=" + charset);

    assertProblem(response, 400);
    assertThat(Client.json(response).get("errors")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "text/html;q=0.9, image/*", "nonsense"})
  void decidesWhatIsAcceptedBeforeAnythingIsRead(String accepted) {
    var response =
        client.send(
            "POST",
            "/public",
            BodyPublishers.ofString("no JSON"),
            "Content-Type",
            "application/json",
            "Accept",
            accepted);

    assertProblem(response, 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/favicon.ico", "/robots.txt", "/publicly", "/api/none", "/.env"})
  void saysThatThereIsNothingInsteadOfAskingForALogin(String path) {
    assertProblem(client.get(path), 404);
    assertThat(client.send("HEAD", path, BodyPublishers.noBody()).statusCode()).isEqualTo(404);
    assertProblem(client.send("OPTIONS", path, BodyPublishers.noBody()), 404);
  }

  @Test
  void saysWhatElseThereIs() {
    var options = client.send("OPTIONS", "/public", BodyPublishers.noBody());
    assertThat(options.statusCode()).isEqualTo(200);
    assertThat(options.headers().firstValue("Allow").orElseThrow()).contains("GET", "HEAD", "POST");
    var put = client.send("PUT", "/public", BodyPublishers.noBody());
    assertProblem(put, 405);
    assertThat(put.headers().firstValue("Allow").orElseThrow()).contains("GET", "HEAD", "POST");
    assertThat(client.send("HEAD", "/public", BodyPublishers.noBody()).statusCode()).isEqualTo(200);
    assertProblem(client.get("/organizer"), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /public HTTP/1.1\r\nHost: evil.example",
        "GET /public HTTP/1.1\r\nHost: evil.example:8080",
        "GET /public HTTP/1.1\r\nHost: localhost.evil.example",
        "GET /public HTTP/1.1\r\nHost: 127.0.0.1.evil.example",
        "GET /public HTTP/1.1\r\nHost: LOCALHOST.EVIL.EXAMPLE.",
        "GET /public HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.example",
        "GET /public HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: localhost, evil.example",
        "GET /public HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost",
        "GET http://evil.example/public HTTP/1.1\r\nHost: evil.example"
      })
  void answersToNoForeignName(String head) {
    assertThat(client.rawHead(head)).startsWith("HTTP/1.1 421").contains("DOORS_PUBLIC_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:8080",
        "doors.localhost",
        "rsvp-service:8081",
        "127.0.0.1:9",
        "[::1]:8080",
        "192.168.1.7",
        "Meetups.Example.org",
        "meetups.example.org.:443"
      })
  void answersToItsOwnNamesAndToNumbers(String host) {
    assertThat(client.rawHead("GET /public HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /public HTTP/1.1\r\nHost: localhost",
        "GET /organizer HTTP/1.1\r\nHost: localhost",
        "GET /nowhere HTTP/1.1\r\nHost: localhost",
        "GET /public/fail/bug HTTP/1.1\r\nHost: localhost",
        "GET /public HTTP/1.1\r\nHost: evil.example",
        "GET /public/%zz HTTP/1.1\r\nHost: localhost",
        "GET /public/a|b HTTP/1.1\r\nHost: localhost",
        "BREW /public HTTP/1.1\r\nHost: localhost",
        "GET /public HTTP/1.1",
        "GET /public HTTP/1.1\r\nHost: a b",
        "GET /public HTTP/1.1\r\nHost: one\r\nHost: two",
        "GET /public HTTP/9.9\r\nHost: localhost",
        "GET /public HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense",
        "GET /public HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1"
      })
  void hasItsHeadersOnEveryAnswer(String head) {
    assertThat(client.rawHead(head))
        .contains(
            "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'")
        .contains("Permissions-Policy: camera=()")
        .contains("Cross-Origin-Opener-Policy: same-origin")
        .contains("Cross-Origin-Resource-Policy: same-origin")
        .contains("X-Content-Type-Options: nosniff")
        .contains("Referrer-Policy: no-referrer");
  }

  @Test
  void refusesABodyOverTheLimitAlsoInChunks() {
    String body = "{\"title\":\"" + "a".repeat(2_048) + "\"}";

    assertProblem(client.post("/public", body), 413);
    assertProblem(
        client.postChunked("/public", body.getBytes(StandardCharsets.UTF_8), "application/json"),
        413);
    assertProblem(
        client.postChunked(
            "/public/form",
            ("list=" + "a".repeat(2_048)).getBytes(StandardCharsets.UTF_8),
            "application/x-www-form-urlencoded"),
        413);
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    assertProblem(client.post("/public", "[".repeat(1_900)), 400);
  }

  @Test
  void answersTheWrongTypeMethodAndPlaceAsProblems() {
    String login = "Basic YWRhOmxvdmVsYWNl";

    assertProblem(
        client.send("POST", "/public", BodyPublishers.ofString("{}"), "Content-Type", "text/plain"),
        415);
    assertProblem(client.send("POST", "/public", BodyPublishers.ofString("{}")), 415);
    assertProblem(
        client.send("POST", "/public", BodyPublishers.ofString("{}"), "Content-Type", "nonsense"),
        415);
    assertProblem(
        client.send(
            "POST", "/public", BodyPublishers.ofString("a: 1"), "Content-Type", "application/yaml"),
        415);
    assertProblem(
        client.send(
            "POST",
            "/public",
            BodyPublishers.ofString("no parts"),
            "Content-Type",
            "multipart/form-data"),
        415);
    assertProblem(client.get("/public", "Accept", "text/csv"), 406);
    assertProblem(client.get("/nowhere", "Authorization", login), 404);
    assertProblem(
        client.send("PUT", "/public", BodyPublishers.noBody(), "Authorization", login), 405);
    assertProblem(client.get("/error", "Authorization", login), 404);
  }

  @Test
  void answersAPlaceOfTheWrongFormAsNotFoundAndAParameterAsAField() {
    assertProblem(client.get("/public/no-uuid"), 404);

    var response = client.get("/public?page=two");
    assertProblem(response, 400);
    assertThat(Client.json(response).at("/errors/0/field").asString()).isEqualTo("page");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/public/%zz",
        "/public/%ff",
        "/public/%00",
        "/public/a%2Fb",
        "/public/a;b",
        "/public/..%2f",
        "//public",
        "/public/a|b",
        "/public?page=%zz",
        "/public?page=%00",
        "/public?page=%ff",
        "/public?page=1&page=%c3%28"
      })
  void neverFailsOnAMalformedAddress(String target) {
    String response = client.raw("GET " + target);

    assertThat(response).matches("(?s)HTTP/1.1 (400|401|404) .*");
    assertThat(response).contains("application/problem+json").contains("\"status\":4");
    assertThat(response).doesNotContain("Tomcat").doesNotContain("Exception");
  }

  @Test
  void answersAnUnknownMethodAsAProblem() {
    assertThat(client.raw("BREW /public")).startsWith("HTTP/1.1 400").contains("problem+json");
    assertThat(client.raw("TRACE /public")).contains("problem+json");
  }

  @Test
  void tellsNothingOfABug() {
    var response = client.get("/public/fail/bug", "Accept", "text/html");

    assertProblem(response, 500);
    assertThat(response.body()).contains("reference").doesNotContain("secret");
  }

  @Test
  void saysWhenToTryAgain() {
    var kafka = client.get("/public/fail/kafka");
    assertProblem(kafka, 503);
    assertThat(kafka.headers().firstValue("Retry-After")).hasValue("2");

    var database = client.get("/public/fail/database");
    assertProblem(database, 503);
    assertThat(database.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(database.body()).doesNotContain("secret");
  }

  @Test
  void tellsTheReasonOfARefusal() {
    var response = client.get("/public/fail/conflict");

    assertProblem(response, 409);
    assertThat(Client.json(response).get("detail").asString()).isEqualTo("Nothing has changed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/public", "/public?page=x", "/public/fail/conflict"})
  void saysHowLongItsJsonIs(String path) {
    var response = client.get(path);

    assertThat(response.headers().firstValue("Content-Length"))
        .hasValue(Integer.toString(response.body().getBytes(UTF_8).length));
    assertThat(response.headers().firstValue("Transfer-Encoding")).isEmpty();
  }

  @Test
  void sendsJsonInChunksThatIsLong() {
    var response = client.get("/public/many");

    assertThat(response.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
    assertThat(Client.json(response)).hasSize(20_000);
  }

  private static void assertProblem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse("none"))
        .startsWith("application/problem+json");
    assertThat(Client.json(response).get("status").asInt()).isEqualTo(status);
    assertThat(Client.json(response).get("title").asString()).isNotBlank();
    assertThat(response.body()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
