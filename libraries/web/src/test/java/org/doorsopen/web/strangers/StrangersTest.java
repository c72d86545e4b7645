package org.doorsopen.web.strangers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.catalina.connector.Connector;
import org.doorsopen.web.Client;
import org.doorsopen.web.EveningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The limits of what clients can hold, and for how long: with few places and little patience. */
@SpringBootTest(
    classes = EveningService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "doors.login.organizer=ada:lovelace",
      "doors.web.requests=40",
      "doors.web.slow-bodies=3",
      "doors.web.silence=1s"
    })
class StrangersTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String POST =
      "POST /public HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  private static final String GOOD = "{\"title\": 7}";

  @LocalServerPort int port;
  @Autowired ServletWebServerApplicationContext context;

  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    EveningService.WAITING.release(100);
    await().atMost(SOON).until(() -> client().get("/public").statusCode() == 200);
    EveningService.WAITING.drainPermits();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /public HTTP/1.1\r\nX-Endless: ",
        POST + "Content-Length: 1000\r\n\r\n",
        POST + "Content-Length: 1000\r\n\r\n{",
        POST + "Transfer-Encoding: chunked\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n{"
      })
  void endsAConnectionThatFallsSilent(String begin) throws IOException {
    Socket socket = connect(begin);

    await().atMost(SOON).until(() -> isOver(socket));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /public HTTP/1.1\r\nX-Endless: ",
        "GET /",
        POST + "Content-Length: 1000\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n",
        // Within the size of a chunk, Tomcat itself waits for more.
        POST + "Transfer-Encoding: chunked\r\n\r\n1;a=",
        "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"
      })
  void endsAConnectionThatSendsByteByByte(String begin) throws IOException {
    Socket socket = connect(begin);

    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> isOver(socket) || !sends(socket, "a"));
  }

  @Test
  void readsAnHonestBodyBesideManySlowOnes() throws IOException {
    for (int i = 0; i < 30; i++) {
      connect(POST + "Content-Length: 1000\r\n\r\n{");
    }

    for (int i = 0; i < 5; i++) {
      Socket honest = connect(POST + "Content-Length: " + GOOD.length() + "\r\n\r\n");
      honest.getOutputStream().write(GOOD.getBytes(US_ASCII));
      assertThat(firstLine(honest)).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void refusesMoreRequestsThanItHasTurnsFor() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> waiting = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        waiting.add(threads.submit(() -> client().get("/public/wait").statusCode()));
      }
      await().atMost(SOON).until(() -> client().get("/public").statusCode() == 503);
      assertThat(client().get("/public").headers().firstValue("Retry-After")).hasValue("1");
      String named = "https://community.example";
      assertThat(
              client()
                  .get("/public", "Origin", named)
                  .headers()
                  .firstValue("Access-Control-Allow-Origin"))
          .as("a page that is named reads why")
          .hasValue(named);

      EveningService.WAITING.release(40);
      for (Future<Integer> each : waiting) {
        assertThat(each.get()).isIn(200, 503);
      }
    }
  }

  @Test
  void countsNoRequestWhoseAnswerIsCountedElsewhere() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 60; i++) {
        threads.submit(() -> client().get("/public/listen"));
      }
      await().atMost(SOON).until(() -> EveningService.WAITING.getQueueLength() == 60);

      assertThat(client().get("/public").statusCode()).isEqualTo(200);
      EveningService.WAITING.release(60);
    }
  }

  @Test
  void readsOnlyAsMuchAsARouteNeeds() {
    assertThat(client().postForm("/public/form", "list=" + "a".repeat(990)).statusCode())
        .isEqualTo(200);
    assertThat(client().postForm("/public/form", "list=" + "a".repeat(996)).statusCode())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"multipart/form-data; boundary=b", "multipart/mixed", "Multipart/Form-Data"})
  void readsNoParts(String type) {
    byte[] parts =
        ("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
                + "a".repeat(1_000_000)
                + "\r\n--b--\r\n")
            .getBytes(US_ASCII);

    assertThat(client().postChunked("/public", parts, type).statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "[", "{\"agenda\":["})
  void readsNoDeepBody(String deeper) {
    var answer = client().post("/public", deeper.repeat(17));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("depth (17) exceeds the maximum allowed (16");
  }

  @Test
  void readsNoBroadBody() {
    // 16,000 bytes may be 5,000 nodes of some hundred bytes each.
    var answer = client().post("/public", "{\"a\":[" + "[],".repeat(5_000) + "[]]}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("field");
  }

  @Test
  void readsNoEndlessBodyBeforeThereIsARoute() {
    byte[] form = "a=b&".repeat(100_000).getBytes(US_ASCII);

    var answer =
        client()
            .send(
                "DELETE",
                "/public",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)),
                "Content-Type",
                "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isIn(405, 413);
  }

  @Test
  void looksAtTheFirstLanguagesOnly() {
    String many = "de-AT, " + "en-GB;q=0.5,".repeat(500) + "fr";

    assertThat(client().get("/public/language", "Accept-Language", many).body())
        .startsWith("de-AT, en-GB")
        .endsWith("de_AT")
        .hasSizeLessThan(220);
    assertThat(client().get("/public/language", "Accept-Language", "a,".repeat(30)).statusCode())
        .isEqualTo(200);
    assertThat(client().get("/public/language", "Accept-Language", "de-" + "a".repeat(500)).body())
        .doesNotContain("aaa");
  }

  @Test
  void takesSoManyHeadersAndNoLongerOnes() {
    String head = "GET /public HTTP/1.1\r\nHost: localhost";

    assertThat(client().rawHead(head + "\r\nX: y".repeat(100))).startsWith("HTTP/1.1 4");
    assertThat(client().rawHead(head + "\r\nX: " + "y".repeat(9_000))).startsWith("HTTP/1.1 4");
    assertThat(client().rawHead(head + "\r\nX: y".repeat(40))).startsWith("HTTP/1.1 200");
  }

  /** As in a burst that comes faster than connections are accepted. */
  @Test
  void letsConnectionsWaitThatAreNotAcceptedAtOnce() throws IOException {
    Connector connector = ((TomcatWebServer) context.getWebServer()).getTomcat().getConnector();
    connector.pause();
    try {
      for (int i = 0; i < 300; i++) {
        Socket socket = new Socket();
        open.add(socket);
        // The system sends a request to connect once more only after a second.
        socket.connect(new InetSocketAddress("localhost", port), 900);
      }
    } finally {
      connector.resume();
    }
  }

  private Client client() {
    return new Client(port);
  }

  private Socket connect(String begin) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(50);
    open.add(socket);
    socket.getOutputStream().write(begin.getBytes(US_ASCII));
    return socket;
  }

  /** Whether the server has ended it, with or without an answer before. */
  private static boolean isOver(Socket socket) {
    try {
      while (socket.getInputStream().read() >= 0) {
        // An answer is not the end.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean sends(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(US_ASCII));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String firstLine(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    var line = new StringBuilder();
    for (int c = socket.getInputStream().read();
        c >= 0 && c != '\r';
        c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
