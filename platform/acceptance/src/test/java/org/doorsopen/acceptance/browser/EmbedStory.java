package org.doorsopen.acceptance.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A community's own page, which is the example of the documents, shows the next evening; a visitor
 * asks for a seat there. Its origin is another one than that of the platform.
 */
public final class EmbedStory implements AutoCloseable {

  private static final Path EXAMPLE = Path.of("..", "..", "docs", "embedding", "example.html");
  private static final String ADDRESS_IN_EXAMPLE = "https://meetup.example.org";

  private final HttpServer community;
  private final URI address;

  private EmbedStory(HttpServer community, URI address) {
    this.community = community;
    this.address = address;
  }

  /**
   * Serves the page.
   *
   * @param port of it
   * @param named whether the platform is told of this name of its host; there is another one
   */
  public static EmbedStory at(int port, boolean named, URI door) {
    try {
      byte[] page =
          Files.readString(EXAMPLE).replace(ADDRESS_IN_EXAMPLE, origin(door)).getBytes(UTF_8);
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      server.start();
      String host = named ? "127.0.0.1" : "other.localhost";
      return new EmbedStory(server, URI.create("http://%s:%d/".formatted(host, port)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The setting that names the page at this port. */
  public static String originAt(int port) {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    community.stop(0);
  }

  /**
   * @param title of the next evening
   * @param email of somebody who has no RSVP for it
   */
  public void play(String title, String email, Chromium browser, Reader reader) {
    try (BrowserContext window = browser.open(reader).context()) {
      Page page = window.pages().getFirst();
      List<String> complaints = new CopyOnWriteArrayList<>();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error") || message.type().equals("warning")) {
          complaints.add(message.text());
        }
      });
      page.onPageError(complaints::add);
      page.navigate(address.toString());
      // The example is in English, and its reader's browser may speak German.
      if (reader.language().equals("de")) {
        page.evaluate("document.querySelector('doors-meetup').lang = 'de'");
      }
      Locator card = page.locator("doors-meetup");
      PlaywrightAssertions.assertThat(card.locator("h2")).hasText(title);
      PlaywrightAssertions.assertThat(card.locator("button"))
          .hasText(reader.language().equals("de") ? "Auf die Warteliste" : "Join the waitlist");
      assertThat(complaints).as("complaints of the browser").isEmpty();
      Visit.lookAround(page, "embedded", reader);
      saysWhatIsWrong(card);
      asksAProgramWhetherItIsAPerson(card, email);
      losesNothingWithoutANetwork(page, card, email);
      followsWhatBecameOfIt(page, card);
    }
  }

  /** Shows what is inside the element, a link, where the platform was not told of the page. */
  public void showsALinkAlone(Chromium browser) {
    try (BrowserContext window = browser.open(Reader.ON_A_PHONE).context()) {
      Page page = window.pages().getFirst();
      page.navigate(address.toString());
      Locator card = page.locator("doors-meetup");
      PlaywrightAssertions.assertThat(card.locator("[role=status]"))
          .hasText("This cannot be shown at the moment.");
      PlaywrightAssertions.assertThat(card.locator("a")).isVisible();
      PlaywrightAssertions.assertThat(card.locator("form")).hasCount(0);
    }
  }

  private static void saysWhatIsWrong(Locator card) {
    card.locator("#name").fill("Noa Elsewhere");
    card.locator("#email").fill("noa at example");
    card.locator("button").click();
    PlaywrightAssertions.assertThat(card.locator("#email-wrong")).not().isEmpty();
    PlaywrightAssertions.assertThat(card.locator("#email")).isFocused();
    PlaywrightAssertions.assertThat(card.locator("#name-wrong")).isEmpty();
  }

  private static void asksAProgramWhetherItIsAPerson(Locator card, String email) {
    card.locator("#email").fill(email);
    card.locator("[name=website]").evaluate("input => input.value = 'https://spam.example'");
    card.locator("button").click();
    PlaywrightAssertions.assertThat(card.locator("#note")).not().isEmpty();
    PlaywrightAssertions.assertThat(card.locator("form")).hasCount(1);
    assertThat(card.locator("#email").inputValue()).isEqualTo(email);
  }

  private static void losesNothingWithoutANetwork(Page page, Locator card, String email) {
    List<String> keys = new CopyOnWriteArrayList<>();
    page.route(
        "**/rsvps",
        route -> {
          keys.add(String.valueOf(route.request().headerValue("idempotency-key")));
          route.abort();
        });
    card.locator("#email").fill(email);
    card.locator("button").click();
    PlaywrightAssertions.assertThat(card.locator("#note")).not().isEmpty();
    assertThat(card.locator("#email").inputValue()).isEqualTo(email);
    assertThat(card.locator("#name").inputValue()).isEqualTo("Noa Elsewhere");
    page.unroute("**/rsvps");
    page.onRequest(request -> {
      if (request.method().equals("POST")) {
        keys.add(String.valueOf(request.headerValue("idempotency-key")));
      }
    });
    card.locator("button").click();
    PlaywrightAssertions.assertThat(card.locator("form")).hasCount(0);
    assertThat(keys).hasSizeGreaterThan(1).doesNotContain("null").containsOnly(keys.getFirst());
  }

  private static void followsWhatBecameOfIt(Page page, Locator card) {
    String status = card.locator("a[href*='?token=']").getAttribute("href");
    page.navigate(status);
    PlaywrightAssertions.assertThat(page.locator(".state.waiting h1")).containsText("2");
    page.click("main form button");
    PlaywrightAssertions.assertThat(page.locator(".state.card, .state.bad")).isVisible();
  }

  private static String origin(URI door) {
    return "http://localhost:" + door.getPort();
  }
}
