package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.doorsopen.identity.Secrets;
import org.doorsopen.identity.SessionTokens;
import org.doorsopen.identity.SessionTokens.Session;

/** An organizer logs in at the one address, sees parts of three services, and signs out. */
public final class LoginStory {

  private final Page page;
  private final URI door;
  private final String login;
  private final String session;

  private LoginStory(Page page, URI door, String login) {
    this.page = page;
    this.door = door;
    this.login = login;
    this.session = isTls(door) ? "__Host-doors-session" : "doors-session";
  }

  /**
   * @param login {@code user:password} of an organizer whose login is a setting
   * @param secret of the platform
   */
  public static void play(URI door, String login, String secret, Chromium browser, Reader reader) {
    try (BrowserContext window = browser.open(reader).context()) {
      LoginStory story = new LoginStory(window.pages().getFirst(), door, login);
      story.refusesAWrongPassword();
      story.showsPartsOfThreeServicesToOneCookie();
      story.asksAgainWhenTheSessionHasExpired(secret);
      story.asksAgainForAForgedSession();
      story.signsOut();
    }
  }

  /** Fills the form of the login in and sends it. */
  static void submit(Page page, String login) {
    int colon = login.indexOf(':');
    page.fill("[name=name]", login.substring(0, colon));
    page.fill("[name=password]", login.substring(colon + 1));
    page.click("main button");
  }

  private void refusesAWrongPassword() {
    open("/desk?before=9000");
    assertThat(page.url()).endsWith("/login?next=%2Fdesk%3Fbefore%3D9000");

    submit(page, login + " or not");

    PlaywrightAssertions.assertThat(page.locator(".note.bad")).isFocused();
    assertThat(page.inputValue("[name=password]")).isEmpty();
  }

  private void showsPartsOfThreeServicesToOneCookie() {
    submit(page, login);

    page.waitForURL("**/desk?before=9000");
    PlaywrightAssertions.assertThat(page.locator(".card dl").nth(1))
        .containsText(Pattern.compile("\\d"));
    PlaywrightAssertions.assertThat(page.locator(".loading")).hasCount(0);
    PlaywrightAssertions.assertThat(page.locator(".away:visible")).hasCount(0);
  }

  private void asksAgainWhenTheSessionHasExpired(String secret) {
    int colon = login.indexOf(':');
    Session expired = new Session(login.substring(0, colon), Instant.now().minusSeconds(1), "id");
    String token =
        new SessionTokens(Secrets.of(secret))
            .issue(expired, "{noop}" + login.substring(colon + 1) + ":0");
    replaceTheSession(token);
    open("/desk");
    assertThat(page.url()).endsWith("/login?next=%2Fdesk&over");
    submit(page, login);
    page.waitForURL("**/desk");
  }

  private void asksAgainForAForgedSession() {
    String genuine =
        page.context().cookies().stream()
            .filter(cookie -> cookie.name.equals(session))
            .map(cookie -> cookie.value)
            .findFirst()
            .orElseThrow();
    replaceTheSession(genuine.substring(1));
    open("/desk/mails/failed");
    assertThat(page.url()).endsWith("/login?next=%2Fdesk%2Fmails%2Ffailed&over");
    submit(page, login);
    open("/desk");
  }

  private void signsOut() {
    page.click("header button");
    page.waitForURL("**/login?out");
    PlaywrightAssertions.assertThat(page.locator(".note.good")).isVisible();
    open("/desk");
    assertThat(page.url()).endsWith("/login?next=%2Fdesk");
  }

  private void replaceTheSession(String value) {
    page.context().clearCookies();
    page.context()
        .addCookies(
            List.of(new Cookie(session, value).setUrl(door.toString()).setSecure(isTls(door))));
  }

  private static boolean isTls(URI door) {
    return door.getScheme().equals("https");
  }

  private void open(String path) {
    page.navigate(door.resolve(path).toString());
  }
}
