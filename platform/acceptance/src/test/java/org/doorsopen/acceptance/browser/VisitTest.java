package org.doorsopen.acceptance.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page with one fault is found at fault, so that the evening's pages are known to have none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitTest {

  private static final String STYLES =
      ".wide { width: 500px } .faint { color: #ccc } :focus { outline: none }"
          + " .seen:focus { outline: 2px solid }";

  private Optional<Chromium> browser = Optional.empty();
  private HttpServer server;

  @BeforeAll
  void serve() throws IOException {
    browser = Chromium.start();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", VisitTest::answer);
    server.start();
  }

  /** Before each, not within what is expected to fail: there it would be taken for the failure. */
  @BeforeEach
  void skipWithoutBrowser() {
    assumeTrue(browser.isPresent(), Chromium.MISSING);
  }

  @AfterAll
  void end() {
    browser.ifPresent(Chromium::close);
    server.stop(0);
  }

  @Test
  void findsNothingOnAGoodPage() {
    assertThatCode(() -> visit("<a class=\"seen\" href=\"/\">A link</a>"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p style="color: red">Red</p>             | Content Security Policy
          <script>alert(1)</script>                 | Content Security Policy
          <p class="wide">Wide</p>                  | beyond the right edge
          <p class="faint">Faint</p>                | color-contrast
          <input class="seen">                      | label
          <a href="/">A link</a>                    | invisible
          <link rel="stylesheet" href="/heavy">     | bytes of the page
          """)
  void findsTheFault(String content, String fault) {
    assertThatThrownBy(() -> visit(content)).hasMessageContaining(fault);
  }

  private void visit(String content) {
    URI address =
        URI.create(
            "http://localhost:%d/?%s"
                .formatted(
                    server.getAddress().getPort(),
                    HexFormat.of().formatHex(content.getBytes(UTF_8))));
    Visit.to(address, "fault", 200, browser.orElseThrow(), Reader.ON_A_PHONE);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getQuery();
    String type = path.equals("/") ? "text/html;charset=UTF-8" : "text/css";
    byte[] body =
        switch (path) {
          case "/styles" -> STYLES.getBytes(UTF_8);
          case "/heavy" -> " ".repeat(120_000).getBytes(UTF_8);
          case "/" -> page(new String(HexFormat.of().parseHex(query == null ? "" : query), UTF_8));
          default -> new byte[0];
        };
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] page(String content) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
      <meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>A page</title><link rel="stylesheet" href="/styles">
    </head>
    <body><main><h1>A page</h1>%s</main></body>
    </html>
    """
        .formatted(content)
        .getBytes(UTF_8);
  }
}
