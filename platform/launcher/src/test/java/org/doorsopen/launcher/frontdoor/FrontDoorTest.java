package org.doorsopen.launcher.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorsopen.identity.origins.OtherOrigins;
import org.doorsopen.launcher.settings.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FrontDoorTest {
  private static final FrontDoorPaths PATHS =
      FrontDoorPaths.of(
          Stream.of(
              "/ rsvp-service",
              "/desk schedule-service",
              "/desk/mails notification-service",
              "/actuator nobody"));
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final CountDownLatch slowGoesOn = new CountDownLatch(1);
  private final Upstream rsvp = new Upstream("rsvp");
  private final Upstream rsvp2 = new Upstream("rsvp-2");
  private final Upstream schedule = new Upstream("schedule");
  private final Upstream notification = new Upstream("notification", this::inTwoParts);
  private final HttpClient client = HttpClient.newHttpClient();
  private final FrontDoor door =
      FrontDoor.open(
          "127.0.0.1",
          0,
          PATHS,
          Map.of(
              Service.RSVP, List.of(rsvp.address(), rsvp2.address()),
              Service.SCHEDULE, List.of(schedule.address()),
              Service.NOTIFICATION, List.of(notification.address())),
          OtherOrigins.of("https://community.example"),
          new FrontDoorLimits(
              1_000,
              50,
              20,
              50,
              Duration.ofSeconds(20),
              Duration.ofSeconds(2),
              MINUTE,
              Duration.ofMillis(200)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET / HTTP/1.1\r\nX-Endless: ",
        "GET / HTTP/1.1\r\nHost: first\r\n\r\nGET / HTTP/1.1\r\nX-Endless: "
      })
  void endsAConnectionThatMakesNoWholeRequest(String begin) throws IOException {
    try (Socket socket = connection(door)) {
      socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));

      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> begin.isEmpty() ? isOver(socket) : isOver(socket) || !sendsAByte(socket));
    }
  }

  /** A client keeps a connection for its next request, and must not meet its end just then. */
  @Test
  void keepsAConnectionBetweenTwoRequestsForLongerThanOneThatIsSilent() throws IOException {
    try (Socket kept = connection(door)) {
      assertThat(answered(kept)).isTrue();
      try (Socket silent = connection(door)) {
        await().atMost(Duration.ofSeconds(10)).until(() -> isOver(silent));
      }

      assertThat(answered(kept)).isTrue();
    }
  }

  @Test
  void endsAConnectionBetweenTwoRequestsInTheEnd() throws IOException {
    try (FrontDoor hasty = hasty();
        Socket kept = connection(hasty)) {
      assertThat(answered(kept)).isTrue();

      await().atMost(Duration.ofSeconds(10)).until(() -> isOver(kept));
    }
  }

  /** A page over a bad network, and a live status for half an hour. */
  @Test
  void endsNoConnectionThatGetsAnAnswerHoweverLongThatTakes() throws Exception {
    try (FrontDoor hasty = hasty()) {
      HttpResponse<InputStream> slow =
          client.send(
              HttpRequest.newBuilder(hasty.address().resolve("/desk/mails")).build(),
              BodyHandlers.ofInputStream());
      byte[] first = slow.body().readNBytes("first".length());
      for (int i = 0; i < 2; i++) {
        try (Socket kept = connection(hasty)) {
          assertThat(answered(kept)).isTrue();
          await().atMost(Duration.ofSeconds(10)).until(() -> isOver(kept));
        }
      }
      slowGoesOn.countDown();

      assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("first");
      assertThat(new String(slow.body().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("second");
    }
  }

  private FrontDoor hasty() {
    Duration second = Duration.ofSeconds(1);
    return another(
        new FrontDoorLimits(1_000, 50, 20, 50, MINUTE, second, second, Duration.ofMillis(200)));
  }

  private FrontDoor another(FrontDoorLimits limits) {
    return FrontDoor.open(
        "127.0.0.1",
        0,
        PATHS,
        Map.of(
            Service.RSVP, List.of(rsvp.address()),
            Service.NOTIFICATION, List.of(notification.address())),
        OtherOrigins.NONE,
        limits);
  }

  @Test
  void endsWhatOneAddressOpensBeyondItsShareAndLetsItInAgainLater() throws IOException {
    FrontDoorLimits patient =
        new FrontDoorLimits(1_000, 50, 20, 50, MINUTE, MINUTE, MINUTE, Duration.ofMillis(200));
    List<Socket> all = new ArrayList<>();
    try (FrontDoor small = another(patient)) {
      for (int i = 0; i < 30; i++) {
        all.add(new Socket(small.address().getHost(), small.address().getPort()));
        all.getLast().setSoTimeout(20);
      }

      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> all.stream().filter(FrontDoorTest::isOver).count() == 10);
      for (Socket socket : all) {
        socket.close();
      }
      await()
          .atMost(Duration.ofSeconds(10))
          .ignoreExceptions()
          .until(() -> RawClient.status(small.address(), "GET / HTTP/1.1").contains("200"));
    }
  }

  /** As in a burst that comes faster than connections are accepted. */
  @Test
  void letsConnectionsWaitUntilThereIsRoomForThem() throws IOException {
    FrontDoorLimits full =
        new FrontDoorLimits(1_000, 5, 5, 5, MINUTE, MINUTE, MINUTE, Duration.ofMillis(200));
    List<Socket> all = new ArrayList<>();
    try (FrontDoor small = another(full)) {
      for (int i = 0; i < 300; i++) {
        Socket socket = new Socket();
        all.add(socket);
        // The system sends a request to connect once more only after a second.
        socket.connect(new InetSocketAddress("127.0.0.1", small.address().getPort()), 900);
      }
    } finally {
      for (Socket socket : all) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, c0000207",
    "::ffff:192.0.2.7, c0000207",
    "2001:db8:1:2:3:4:5:6, 20010db800010002",
    "2001:db8:1:2::1, 20010db800010002"
  })
  void takesANetworkOfIpv6ForOneAddress(String address, String network) {
    assertThat(AddressConnections.networkOf(InetAddress.ofLiteral(address))).isEqualTo(network);
  }

  private static Socket connection(FrontDoor door) throws IOException {
    Socket socket = new Socket(door.address().getHost(), door.address().getPort());
    socket.setSoTimeout(50);
    return socket;
  }

  /** Sends a request, and takes all of its answer. */
  private static boolean answered(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: kept\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    String begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    socket.setSoTimeout(50);
    return begin.equals("HTTP/1.1 200") && !isOver(socket);
  }

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

  private static boolean sendsAByte(Socket socket) {
    try {
      socket.getOutputStream().write('a');
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @AfterEach
  void close() {
    slowGoesOn.countDown();
    door.close();
    Stream.of(rsvp, rsvp2, schedule, notification).forEach(Upstream::close);
    client.shutdownNow();
  }

  @Test
  void asksTheServiceOfThePathAndTakesTurnsAmongItsProcesses() {
    assertThat(get("/desk/meetups").body()).isEqualTo("schedule");
    assertThat(IntStream.range(0, 4).mapToObj(i -> get("/meetups").body()))
        .containsExactlyInAnyOrder("rsvp", "rsvp", "rsvp-2", "rsvp-2");
  }

  @Test
  void passesOnRequestsAsTheyCame() {
    send("PUT", "/desk/a%20b?c=%C3%A4&d=%2F", BodyPublishers.ofString("{}"), "If-Match", "\"7\"");

    Upstream.Asked asked = schedule.asked().getFirst();
    assertThat(asked.method()).isEqualTo("PUT");
    assertThat(asked.target()).isEqualTo("/desk/a%20b?c=%C3%A4&d=%2F");
    assertThat(asked.body()).isEqualTo("{}");
    assertThat(asked.header("If-Match")).containsExactly("\"7\"");
    assertThat(asked.header("Host")).containsExactly(door.address().getAuthority());
  }

  @Test
  void saysItselfWhereARequestComesFromWhateverTheClientSays() {
    get(
        "/desk",
        "X-Forwarded-For",
        "198.51.100.7",
        "x-forwarded-proto",
        "https",
        "X-Forwarded-Host",
        "evil.example",
        "X-Forwarded-Prefix",
        "/evil",
        "Forwarded",
        "for=198.51.100.7;proto=https",
        "X-Real-IP",
        "198.51.100.7");

    Upstream.Asked asked = schedule.asked().getFirst();
    assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(asked.header("X-Forwarded-Proto")).containsExactly("http");
    assertThat(asked.header("X-Forwarded-Host")).containsExactly(door.address().getAuthority());
    assertThat(asked.header("X-Forwarded-Port")).containsExactly("" + door.address().getPort());
    assertThat(asked.headers().toString()).doesNotContain("198.51.100.7", "evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/%61ctuator/health",
        "/desk/../actuator/health",
        "/./actuator",
        "/actuator;a=b/health",
        "//actuator/health",
        "/desk/%2e%2e/actuator",
        "/desk/..;/actuator",
        "/desk%2f..%2factuator",
        "http://localhost/actuator/health"
      })
  void letsNobodyThroughToWhatIsInternalHoweverItIsWritten(String path) throws IOException {
    String answer = RawClient.send(door.address(), "GET " + path + " HTTP/1.1");

    assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*");
    assertThat(answer).contains("application/problem+json");
    assertThat(Stream.of(rsvp, rsvp2, schedule).flatMap(service -> service.asked().stream()))
        .isEmpty();
  }

  @Test
  void refusesWhatIsNoPath() throws IOException {
    assertThat(RawClient.status(door.address(), "OPTIONS * HTTP/1.1")).contains(" 400 ");
    assertThat(RawClient.status(door.address(), "CONNECT localhost:22 HTTP/1.1")).contains(" 400 ");
    assertThat(RawClient.status(door.address(), "nonsense")).contains(" 400 ");
  }

  @Test
  void givesOnPartsAsTheyCome() throws Exception {
    HttpResponse<InputStream> answer =
        client.send(
            request("GET", "/desk/mails", BodyPublishers.noBody()), BodyHandlers.ofInputStream());

    byte[] first = answer.body().readNBytes("first".length());
    slowGoesOn.countDown();

    assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("first");
    assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("second");
  }

  @Test
  void takesBodiesUpToTheLimitAndRefusesLongerOnes() {
    assertThat(send("POST", "/desk", BodyPublishers.ofByteArray(new byte[1_000])).statusCode())
        .isEqualTo(200);
    assertThat(send("POST", "/desk", chunked(1_000)).statusCode()).isEqualTo(200);
    HttpResponse<String> announced =
        send("POST", "/desk", BodyPublishers.ofByteArray(new byte[1_001]));
    HttpResponse<String> counted = send("POST", "/desk", chunked(5_000));

    assertThat(Stream.of(announced, counted).map(HttpResponse::statusCode)).containsOnly(413);
    assertThat(announced.body()).contains("\"status\":413");
  }

  @Test
  void asksAnotherProcessWhenOneIsAwayWithTheWholeBody() {
    rsvp.close();

    assertThat(
            IntStream.range(0, 6)
                .mapToObj(i -> send("POST", "/api/x", BodyPublishers.ofString("body " + i)).body()))
        .containsOnly("rsvp-2");
    assertThat(rsvp2.asked()).extracting(Upstream.Asked::body).hasSize(6).contains("body 5");
  }

  @Test
  void saysToProgramsThatAServiceIsAwayUntilItIsBack() {
    schedule.close();

    HttpResponse<String> read = get("/desk", "Accept", "application/json");
    HttpResponse<String> sent = send("POST", "/desk", BodyPublishers.ofString("{}"));
    assertThat(Stream.of(read, sent).map(HttpResponse::statusCode)).containsOnly(503);
    assertThat(read.headers().firstValue("Retry-After")).contains("3");
    assertThat(read.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(sent.body()).contains("Idempotency-Key");
    assertThat(get("/meetups").statusCode()).isEqualTo(200);

    schedule.startAgain();
    assertThat(get("/desk").body()).isEqualTo("schedule");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-AT,de;q=0.9,en;q=0.5 | Einen Moment",
        "en-GB,de;q=0.5          | One moment",
        "fr, de;q=0.3            | Einen Moment",
        "fr                      | One moment",
        "?!                      | One moment",
      })
  void showsPeopleAPageInTheirLanguageThatAsksAgainByItself(String language, String title) {
    schedule.close();

    HttpResponse<String> page = get("/desk", "Accept", BROWSER, "Accept-Language", language);

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("<h1>" + title + "</h1>", "http-equiv=\"refresh\"");
    assertThat(page.body()).doesNotContain("<style", "style=", "<script");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self'");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(get("/assets/front-door/front-door.css").headers().firstValue("Content-Type"))
        .contains("text/css;charset=utf-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | /actuator/health        | 0     | de | 404 | Hier ist nichts",
        "POST | /actuator/health        | 3     | en | 404 | There is nothing here",
        "GET  | /assets/front-door/gone | 0     | fr | 404 | There is nothing here",
        "POST | /desk                   | 1001  | de | 413 | Das war zu viel",
        "PUT  | /api/schedules          | 2000  | en | 413 | That was too much",
      })
  void refusesPeopleByAPageAndProgramsByAProblem(
      String method, String path, int length, String language, int status, String title) {
    BodyPublisher body = BodyPublishers.ofByteArray(new byte[length]);

    HttpResponse<String> page =
        send(method, path, body, "Accept", BROWSER, "Accept-Language", language);
    HttpResponse<String> problem = send(method, path, body, "Accept", "application/json");

    assertThat(List.of(page.statusCode(), problem.statusCode())).containsOnly(status);
    assertThat(page.body()).contains("<h1>" + title + "</h1>").doesNotContain("refresh", "style=");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self'");
    assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(problem.body()).contains("\"status\":" + status);
    assertThat(page.headers().firstValue("Vary")).contains("Accept, Accept-Language");
  }

  @Test
  void doesNotAskAgainByItselfWhereAFormWasSent() {
    schedule.close();

    HttpResponse<String> page =
        send("POST", "/desk", BodyPublishers.ofString("a=b"), "Accept", BROWSER);

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("look before you send it again").doesNotContain("refresh");
  }

  @Test
  void endsConnectionsThatAreNotUsedButNotThoseThatWaitForAnAnswer() throws IOException {
    schedule.close();
    try (ServerSocket service =
        new ServerSocket(schedule.address().getPort(), 50, InetAddress.getLoopbackAddress())) {
      CompletableFuture<HttpResponse<String>> slow = later("/desk/slow");
      try (Socket waits = requested(service)) {
        CompletableFuture<HttpResponse<String>> fast = later("/desk/fast");
        try (Socket unused = requested(service)) {
          answer(unused);
          assertThat(fast.join().statusCode()).isEqualTo(204);
          assertThat(unused.getInputStream().read()).isEqualTo(-1);
        }
        answer(waits);
        assertThat(slow.join().statusCode()).isEqualTo(204);
      }
    }
  }

  @Test
  void tellsPagesThatAreNamedWhyNothingAnswers() {
    rsvp.close();
    rsvp2.close();
    String[] named = {"Origin", "https://community.example", "Accept", "*/*"};

    for (String path : List.of("/api/meetups", "/api/meetups/1", "/api/meetups/1/rsvps")) {
      HttpResponse<String> away = get(path, named);
      assertThat(away.statusCode()).as(path).isEqualTo(503);
      assertThat(allowedOrigin(away)).containsExactly("https://community.example");
      assertThat(away.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
          .contains("Retry-After");
      assertThat(away.headers().allValues("Vary")).contains("Origin");
    }
    HttpResponse<String> tooLong =
        send("POST", "/api/meetups/1/rsvps", BodyPublishers.ofString(" ".repeat(2_000)), named);
    assertThat(tooLong.statusCode()).isEqualTo(413);
    assertThat(allowedOrigin(tooLong)).containsExactly("https://community.example");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/meetups, https://evil.example",
    "/api/meetups, null",
    "/api/meetups2, https://community.example",
    "/api/rsvps/1, https://community.example",
    "/, https://community.example",
  })
  void tellsNoOtherPageAndOfNothingElse(String path, String origin) {
    rsvp.close();
    rsvp2.close();

    assertThat(allowedOrigin(get(path, "Origin", origin))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/meetups/1/rsvps, https://community.example, 204",
    "/api/meetups/1/rsvps, https://evil.example, 503",
    "/api/rsvps/1, https://community.example, 503",
  })
  void letsABrowserSendARequestWhoseAnswerSaysThatTheServiceIsAway(
      String path, String origin, int status) {
    rsvp.close();
    rsvp2.close();

    HttpResponse<String> answer =
        send(
            "OPTIONS",
            path,
            BodyPublishers.noBody(),
            "Origin",
            origin,
            "Access-Control-Request-Method",
            "POST");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(allowedOrigin(answer)).hasSize(status == 204 ? 1 : 0);
  }

  private static List<String> allowedOrigin(HttpResponse<String> answer) {
    return answer.headers().allValues("Access-Control-Allow-Origin");
  }

  @Test
  void closesInAnInterruptedThreadAsWellAndLeavesItInterrupted() {
    Thread.currentThread().interrupt();

    assertThatCode(door::close).doesNotThrowAnyException();

    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(() -> RawClient.status(door.address(), "GET /desk HTTP/1.1"))
        .isInstanceOf(ConnectException.class);
  }

  private CompletableFuture<HttpResponse<String>> later(String path) {
    return client.sendAsync(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofString());
  }

  /** The next connection to the service, when its request has been read. */
  private static Socket requested(ServerSocket service) throws IOException {
    Socket socket = service.accept();
    BufferedReader request =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    while (!request.readLine().isEmpty()) {
      // The request line, or a header.
    }
    return socket;
  }

  private static void answer(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private void inTwoParts(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (exchange) {
      exchange.getResponseBody().write("first".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      slowGoesOn.await();
      exchange.getResponseBody().write("second".getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static BodyPublisher chunked(int length) {
    return BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[length]));
  }

  private HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  private HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers) {
    try {
      return client.send(request(method, path, body, headers), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(door.address() + path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request.build();
  }
}
