package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An organizer logs in on the page, and out again. */
@ScheduleService
class LoginIT {

  private static final Map<String, String> RIGHT = Map.of("name", "ada", "password", "lovelace");

  @LocalServerPort int port;

  private Browser browser = new Browser(0);

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @Test
  void asksForTheLoginAndShowsThePageThatWasAskedForThen() {
    HttpResponse<String> asked = browser.open("/desk?before=7");
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(Browser.next(asked)).isEqualTo("/login?next=%2Fdesk%3Fbefore%3D7");

    HttpResponse<String> form = browser.open(Browser.next(asked));
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body())
        .contains("<html lang=\"de\"", "Bitte melde dich an", "autocomplete=\"current-password\"");

    HttpResponse<String> answer =
        browser.submit(
            form,
            "/login",
            Map.of("name", "ada", "password", "lovelace", "next", "/desk?before=7"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Browser.next(answer)).isEqualTo("/desk?before=7");
  }

  @Test
  void leadsNobodyToAnotherSite() {
    HttpResponse<String> form = browser.open("/login?next=//evil.example");
    assertThat(form.body()).doesNotContain("name=\"next\"");

    HttpResponse<String> answer =
        browser.submit(
            form,
            "/login",
            Map.of("name", "ada", "password", "lovelace", "next", "//evil.example"));
    assertThat(Browser.next(answer)).isEqualTo("/desk");
  }

  @Test
  void keepsTheNameAndNotThePasswordWhenOneIsWrong() {
    HttpResponse<String> answer =
        browser.submit(
            browser.open("/login"), "/login", Map.of("name", "<ada>", "password", "secret word"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Der Name oder das Passwort stimmt nicht.", "value=\"&lt;ada&gt;\"")
        .doesNotContain("secret word");
    assertThat(browser.submit(answer, "/login", RIGHT).statusCode()).isEqualTo(303);
  }

  @Test
  void takesNoFormThatItHasNotMade() {
    HttpResponse<String> form = browser.open("/login");

    HttpResponse<String> answer = new Browser(port).submit(form, "/login", RIGHT);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Das Formular war zu alt");
  }

  @Test
  void signsOutByTheButtonOfAPageAlone() {
    browser.submit(browser.open("/login"), "/login", RIGHT);
    HttpResponse<String> desk = browser.open("/desk");
    assertThat(Browser.next(browser.open("/login?next=/desk"))).isEqualTo("/desk");

    HttpResponse<String> foreign =
        browser.submit(desk, "/logout", Map.of(), "Sec-Fetch-Site", "cross-site");
    HttpResponse<String> without = browser.submit(foreign, "/logout", Map.of());
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(browser.open("/login").statusCode()).isEqualTo(303);

    HttpResponse<String> answer = browser.submit(desk, "/logout", Map.of());
    assertThat(Browser.next(answer)).isEqualTo("/login?out");
    assertThat(browser.open("/login?out").body()).contains("Du bist abgemeldet.");
    assertThat(browser.open("/desk").statusCode()).isEqualTo(303);
  }
}
