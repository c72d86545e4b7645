package org.doorsopen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=sample-service",
      "doors.login.organizer=ada:lovelace",
      "doors.identity.secret=a-secret-that-is-long-enough-for-tests",
      "doors.web.body-limit=2KB"
    })
class PagesTest {

  private static final Pattern ASSET =
      Pattern.compile("\"(/assets/sample-service/[\\w.]+-[0-9a-f]{32}\\.\\w+)\"");

  private static final int MAX_OWN_STYLES = 6 * 1024;

  @LocalServerPort int port;
  @Autowired private SamplePages.Early early;

  @Test
  void knowsItsAssetsFromTheFirstRequestOn() {
    assertThat(early.isRunning()).isTrue();
  }

  @Test
  void wrapsAPageInTheLayout() {
    String page = Answer.toBrowser(port, "GET /sample").body();

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en\">", "<title>A page</title>", "<a href=\"/desk\">")
        .contains("<label for=\"agenda-2-name\">Name</label>", "value=\"&lt;b&gt;\"")
        .contains("aria-describedby=\"agenda-2-name-hint\"", "aria-describedby=\"email-error\"")
        .contains("One thing is not right yet", "<a href=\"#email\">E-mail: fehlt</a>")
        .contains("hx-get=\"/elsewhere\"", "<time datetime=\"2030-06-12T16:00:00Z\">18:00</time>")
        .contains("\"allowEval\":false")
        .doesNotContain("th:", "Sign out", "style=", "<b>");
  }

  @Test
  void sendsThePolicyOfPagesOnce() {
    Answer page = Answer.toBrowser(port, "GET /sample");

    assertThat(page.header("Content-Security-Policy")).isEqualTo(Looks.POLICY);
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void servesEveryAssetThatAPageNamesForGood() {
    Matcher assets = ASSET.matcher(Answer.toBrowser(port, "GET /sample").body());

    int count = 0;
    while (assets.find()) {
      Answer asset = Answer.toBrowser(port, "GET " + assets.group(1));
      assertThat(asset.status()).as(assets.group(1)).isEqualTo(200);
      assertThat(asset.header("Cache-Control")).contains("max-age=31536000", "public", "immutable");
      count++;
    }
    assertThat(count).isGreaterThanOrEqualTo(5);
  }

  @Test
  void namesTheStylesBelowOursByTheSameAddressAsThePage() {
    String page = Answer.toBrowser(port, "GET /sample").body();
    Matcher pico =
        Pattern.compile("/assets/[\\w/-]+pico\\.classless\\.min-[0-9a-f]{32}\\.css").matcher(page);
    Matcher ours = Pattern.compile("/assets/[\\w/-]+doors-[0-9a-f]{32}\\.css").matcher(page);

    assertThat(pico.find()).isTrue();
    assertThat(ours.find()).isTrue();
    assertThat(Answer.toBrowser(port, "GET " + ours.group()).body())
        .hasSizeLessThan(MAX_OWN_STYLES)
        .contains("@import url(\"" + pico.group() + "\") layer(pico)");
  }

  @ParameterizedTest(name = "{0} and cookie {1} with {2}: {3}")
  @CsvSource({
    "'', '', '', en",
    "'', '', 'de-CH,de;q=0.9,en;q=0.8', de",
    "'', '', 'fr,de;q=0.9,en;q=0.8', de",
    "'', '', 'fr', en",
    "'', 'de', 'en', de",
    "'', 'xx', 'en', en",
    "'?lang=de', 'en', 'en', de",
    "'?lang=xx', '', 'de', de",
    "'?x=%zz&lang=de', '', '', de",
  })
  void speaksTheLanguageOfTheReader(String query, String cookie, String accepted, String spoken) {
    Answer page =
        Answer.toBrowser(
            port,
            "GET /sample" + query,
            cookie.isEmpty() ? "X: y" : "Cookie: lang=" + cookie,
            accepted.isEmpty() ? "X: y" : "Accept-Language: " + accepted);

    assertThat(page.body()).contains("<html lang=\"%s\">".formatted(spoken));
  }

  @Test
  void remembersTheLanguageThatWasChosenAndKeepsTheRestOfTheAddress() {
    assertThat(Answer.toBrowser(port, "GET /sample").header("Set-Cookie")).isEmpty();

    Answer page = Answer.toBrowser(port, "GET /sample?token=a.b&lang=de&x=1");

    assertThat(page.header("Set-Cookie"))
        .contains("lang=de", "Path=/", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");
    assertThat(page.body())
        .contains("<title>Eine Seite</title>")
        .contains("href=\"?token=a.b&amp;x=1&amp;lang=en\"");
    assertThat(Answer.toBrowser(port, "POST /posted", "Content-Length: 0").body())
        .contains("href=\"/?lang=de\"");
  }

  @Test
  void showsAnOrganizerWhoIsSignedIn() {
    assertThat(Answer.toBrowser(port, "GET /sample", basic()).body())
        .contains("Signed in as ada", "Sign out");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 418, 429, 500, 503})
  void tellsAPersonOfAnErrorOnAPage(int status) {
    Answer page = Answer.toBrowser(port, "GET /fail/" + status, "Accept-Language: de");

    assertIsPage(page, status);
    assertThat(page.body()).contains("<html lang=\"de\">", "Zu den nächsten Meetups");
  }

  @ParameterizedTest
  @CsvSource({
    "POST /sample, 405",
    "GET /sample/%zz, 400",
    "GET /sample;x=y, 400",
  })
  void tellsAPersonOfWhatFailsBeforeAnyController(String requestLine, int status) {
    assertIsPage(Answer.toBrowser(port, requestLine), status);
  }

  @Test
  void tellsAPersonOfABodyThatIsTooLarge() {
    assertIsPage(Answer.toBrowser(port, "POST /sample", "Content-Length: 4096"), 413);
  }

  @Test
  void keepsTheHeadersOfAnErrorOnItsPage() {
    assertThat(Answer.toBrowser(port, "GET /fail/503").header("Retry-After")).isEqualTo("2");
    assertThat(Answer.toBrowser(port, "PUT /sample", basic()).header("Allow")).contains("GET");
  }

  @Test
  void tellsNothingOfABugButItsReference() {
    assertThat(Answer.toBrowser(port, "GET /fail/500").body())
        .contains("Reference: ")
        .doesNotContain("secret", "Exception");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/fail/404, text/html",
    "/fail/404, */*",
    "/fail/404, application/json",
    "/fail/404, 'text/html;q=0, */*'",
    "/fail/404, nonsense",
  })
  void tellsAProgramOfAnErrorByAProblem(String path, String accepted) {
    Answer problem = Answer.to(port, "GET " + path, "Accept: " + accepted);

    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void tellsOfAnErrorInAPartOfAPageByAPageToo() {
    assertIsPage(Answer.to(port, "GET /fail/404", "Accept: */*", "HX-Request: true"), 404);
  }

  private static void assertIsPage(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(answer.header("Content-Security-Policy")).isEqualTo(Looks.POLICY);
    assertThat(answer.body()).contains("<h1>", "<main id=\"main\"", "href=\"/\"");
  }

  private static String basic() {
    byte[] login = "ada:lovelace".getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(login);
  }
}
