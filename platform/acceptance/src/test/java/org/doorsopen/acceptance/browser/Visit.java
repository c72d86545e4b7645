package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One person looks at one page. Everything that must be true of every page is asserted here.
 * Pictures of it are written to the folder of the property {@code doors.pictures}, if there is one.
 */
public final class Visit {

  private static final long MAX_BYTES = 100_000;
  private static final int MAX_TABS = 12;

  /** Tells which element has the focus, and whether one can see that it has. */
  private static final String FOCUSED =
      """
      () => {
        const element = document.activeElement;
        if (!element || element === document.body) return "";
        const style = getComputedStyle(element);
        const visible = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
        return (visible ? "visible " : "invisible ") + element.outerHTML.slice(0, 80);
      }
      """;

  private final Page page;
  private final Reader reader;
  private final List<String> complaints = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();

  private Visit(Page page, Reader reader) {
    this.page = page;
    this.reader = reader;
  }

  /**
   * @param name of the page, for its picture
   * @param status that it is answered with
   */
  public static void to(URI address, String name, int status, Chromium browser, Reader reader) {
    Page page = browser.open(reader);
    look(page, address, name, status, reader);
  }

  /**
   * The same by an organizer, who has logged in.
   *
   * @param login {@code user:password}
   */
  public static void ofOrganizer(
      URI address, String name, String login, Chromium browser, Reader reader) {
    Page page = browser.openAsOrganizer(address.resolve("/"), login, reader);
    look(page, address, name, 200, reader);
  }

  private static void look(Page page, URI address, String name, int status, Reader reader) {
    try {
      Visit visit = new Visit(page, reader);
      visit.go(address, status);
      // Parts that other services render.
      PlaywrightAssertions.assertThat(page.locator(".loading")).hasCount(0);
      visit.awaitWhatTheBrowserSays();
      visit.assertThatItFits();
      visit.assertThatItIsLight();
      // The camera and axe put styles of their own into the page, of which the browser complains.
      assertThat(visit.complaints).as("complaints of the browser").isEmpty();
      Pictures.take(page, name, reader);
      Axe.findsNothingOn(page);
      visit.assertThatTheFocusIsSeen();
    } finally {
      page.context().close();
    }
  }

  /** The same of a page that a story has come to, as it is. */
  static void lookAround(Page page, String name, Reader reader) {
    Visit visit = new Visit(page, reader);
    visit.assertThatItFits();
    Pictures.take(page, name, reader);
    Axe.findsNothingOn(page);
  }

  private void go(URI address, int status) {
    page.onConsoleMessage(this::listen);
    page.onPageError(complaints::add);
    page.onRequestFinished(requests::add);
    Response response = page.navigate(address.toString());
    assertThat(response.status()).isEqualTo(status);
    assertThat(URI.create(response.url()).getPath())
        .as("the path that it leads to")
        .isEqualTo(address.getPath());
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(reader.language());
    assertThat(page.locator("h1").count()).isOne();
    assertThat(page.title()).isEqualTo(page.locator("h1").innerText());
  }

  private void listen(ConsoleMessage message) {
    boolean isTheStatusOfThePage =
        message.text().startsWith("Failed to load resource")
            && message.location().startsWith(page.url());
    if (Set.of("error", "warning").contains(message.type()) && !isTheStatusOfThePage) {
      complaints.add(message.text());
    }
  }

  /**
   * The browser tells of its complaints when it comes to it, which may be after the page is loaded.
   */
  private void awaitWhatTheBrowserSays() {
    page.waitForConsoleMessage(() -> page.evaluate("console.debug('all that was said before')"));
  }

  private void assertThatItFits() {
    Object beyond =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) beyond).intValue()).as("pixels beyond the right edge").isZero();
  }

  private void assertThatItIsLight() {
    long bytes =
        // A copy, because others may end while the sizes of one are asked for.
        List.copyOf(requests).stream()
            .map(Request::sizes)
            .mapToLong(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
            .sum();
    assertThat(bytes)
        .as("bytes of the page with all that it loads")
        .isPositive()
        .isLessThan(MAX_BYTES);
  }

  private void assertThatTheFocusIsSeen() {
    for (int tab = 0; tab < MAX_TABS; tab++) {
      page.keyboard().press("Tab");
      assertThat((String) page.evaluate(FOCUSED)).doesNotStartWith("invisible");
    }
  }
}
