package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Caddy's answers by its file, where it is installed. One service answers for all, and rsvp-service
 * has a second address that takes no connections.
 */
@Timeout(60)
class CaddyTest {

  private static final Path HOME = Path.of("..", "..");

  @TempDir private Path temp;

  private final List<Headers> asked = new CopyOnWriteArrayList<>();
  private final int port = Ports.free();
  private HttpServer service;
  private Process caddy;

  @BeforeEach
  void start() throws IOException {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), "skipped, because there is no caddy: apt-get install caddy");
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", this::answer);
    service.start();
    Path file = temp.resolve("Caddyfile");
    Files.writeString(file, fileWithAddresses(Ports.free(), service.getAddress().getPort()));
    ProcessBuilder command =
        new ProcessBuilder(
            program.get().toString(), "run", "--config", file.toString(), "--adapter", "caddyfile");
    command.environment().put("DOORS_DOMAIN", "http://:" + port);
    command.environment().put("XDG_CONFIG_HOME", temp.toString());
    command.environment().put("XDG_DATA_HOME", temp.toString());
    caddy = command.redirectErrorStream(true).start();
    BufferedReader log = caddy.inputReader();
    String line = log.readLine();
    while (line != null && !line.contains("serving initial configuration")) {
      line = log.readLine();
    }
    assertThat(line).as("Caddy does not take its file").isNotNull();
    Thread.ofVirtual().start(() -> log.lines().forEach(_ -> {}));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (caddy != null) {
      caddy.destroy();
      caddy.waitFor();
    }
    if (service != null) {
      service.stop(0);
    }
  }

  @Test
  void answersAsTheServicesExpect() throws IOException {
    letsNobodyThroughToWhatIsInternal();
    saysItselfWhereARequestComesFrom();
    asksTheAddressThatTakesConnections();
    sendsNobodyAwayForTheBodyOfAnother();
    keepsTheStatusOfWhatItRefuses();
    answersPeopleByPages();
  }

  private void letsNobodyThroughToWhatIsInternal() {
    assertThat(
            List.of(
                "/actuator",
                "/ACTUATOR/health",
                "/%61ctuator/health",
                "/desk/../actuator/health",
                "/desk/%2e%2e/actuator",
                "//actuator/health",
                "/actuator%2fhealth",
                "/actuator;a=b/health",
                "/desk/..;/actuator"))
        .allSatisfy(path -> assertThat(send("GET " + path, "")).startsWith("HTTP/1.1 404"));
    assertThat(asked).isEmpty();
  }

  private void saysItselfWhereARequestComesFrom() throws IOException {
    send(
        "GET /desk",
        "X-Forwarded-For: 198.51.100.7\r\n"
            + "Forwarded: for=198.51.100.7\r\n"
            + "X-Real-IP: 198.51.100.7\r\n");

    assertThat(asked.getLast().get("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(asked.getLast().values().toString()).doesNotContain("198.51.100.7");
  }

  private void asksTheAddressThatTakesConnections() {
    assertThat(Stream.generate(() -> "POST /api/rsvps").limit(6))
        .allSatisfy(line -> assertThat(send(line, "Content-Length: 0\r\n")).contains(" 200 "));
  }

  private void sendsNobodyAwayForTheBodyOfAnother() throws IOException {
    String chunked = "Transfer-Encoding: chunked\r\n";

    assertThat(send("PUT /desk", chunked, "zz\r\nabcd\r\n")).startsWith("HTTP/1.1 400");
    assertThat(send("GET /desk", "")).contains(" 200 ");
    assertThat(send("PUT /desk", "Content-Length: 2000000\r\n")).contains("\"status\":413");
    String tooLong = "f4241\r\n%s\r\n0\r\n\r\n".formatted("a".repeat(0xf4241));
    assertThat(send("PUT /desk", chunked, tooLong)).contains("\"status\":413");
    assertThat(send("GET /desk", "")).contains(" 200 ");
  }

  private void keepsTheStatusOfWhatItRefuses() throws IOException {
    assertThat(send("GET /assets/front-door/nothing.css", "")).contains("\"status\":404");
  }

  private void answersPeopleByPages() throws IOException {
    String english = "Accept: text/html,*/*;q=0.8\r\nAccept-Language: en-GB\r\n";
    String german = english.replace("en-GB", "de-DE,de;q=0.9");

    assertThat(send("GET /actuator/health", english))
        .startsWith("HTTP/1.1 404")
        .contains("<h1>There is nothing here</h1>", "style-src 'self'", "nosniff");
    assertThat(send("POST /actuator/health", german + "Content-Length: 0\r\n"))
        .startsWith("HTTP/1.1 404")
        .contains("<h1>Hier ist nichts</h1>");
    assertThat(send("PUT /desk", english + "Content-Length: 2000000\r\n"))
        .startsWith("HTTP/1.1 413")
        .contains("<h1>That was too much</h1>");
    service.stop(0);
    assertThat(send("GET /desk", german))
        .startsWith("HTTP/1.1 503")
        .contains("<h1>Einen Moment</h1>", "Retry-After: 3", "http-equiv=\"refresh\"");
    assertThat(send("POST /desk", english + "Content-Length: 0\r\n"))
        .startsWith("HTTP/1.1 503")
        .contains("Retry-After: 3", "may not have arrived");
    assertThat(send("GET /desk", "")).contains("\"status\":503");
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestHeaders());
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private String send(String line, String headers, String... body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      Writer request = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
      request.write(
          "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n%s"
              .formatted(line, headers, String.join("", body)));
      request.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String fileWithAddresses(int away, int there) throws IOException {
    return Files.readString(HOME.resolve("containers/front-door/Caddyfile"))
        .replaceFirst("(?s)dynamic a [^\n]*\\{\n.*?\\}", "to {args.0} {args.1}")
        .replaceAll(
            "import service rsvp-service \\d+",
            "import service 127.0.0.1:%d 127.0.0.1:%d".formatted(away, there))
        .replaceAll(
            "import service \\S+-service \\d+",
            "import service 127.0.0.1:%1$d 127.0.0.1:%1$d".formatted(there))
        .replace(
            "/srv/front-door",
            HOME.resolve("platform/launcher/src/main/resources/front-door")
                .toAbsolutePath()
                .normalize()
                .toString());
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "caddy"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
