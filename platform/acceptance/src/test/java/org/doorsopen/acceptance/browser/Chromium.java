package org.doorsopen.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of the machine; it is not downloaded, and talks to nobody but the pages. */
public final class Chromium implements AutoCloseable {

  /** Why a test is skipped where there is no browser. */
  public static final String MISSING =
      "skipped, because there is no Chromium at /usr/bin/chromium: apt-get install chromium";

  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;
  private final Map<String, String> sessions = new HashMap<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Empty where there is no browser. */
  public static Optional<Chromium> start() {
    if (!Files.isExecutable(EXECUTABLE)) {
      return Optional.empty();
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(EXECUTABLE)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return Optional.of(new Chromium(playwright, browser));
  }

  /** A window of its own, without cookies; closing the page's context closes it. */
  public Page open(Reader reader) {
    return browser.newContext(reader.options()).newPage();
  }

  /**
   * As {@link #open}, logged in by the form; the next time, with the session of the first.
   *
   * @param door of the platform
   * @param login {@code user:password}
   */
  Page openAsOrganizer(URI door, String login, Reader reader) {
    String key = login + " at " + door;
    String session = sessions.get(key);
    if (session != null) {
      return browser.newContext(reader.options().setStorageState(session)).newPage();
    }
    Page page = open(reader);
    page.navigate(door.resolve("/login").toString());
    LoginStory.submit(page, login);
    page.waitForURL("**/desk");
    sessions.put(key, page.context().storageState());
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
