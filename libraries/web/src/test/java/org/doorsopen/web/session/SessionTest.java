package org.doorsopen.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.doorsopen.identity.Secrets;
import org.doorsopen.identity.SessionTokens;
import org.doorsopen.identity.SessionTokens.Session;
import org.doorsopen.web.Client;
import org.doorsopen.web.EveningService.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An organizer logs in with a browser, which brings its cookies along. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "server.forward-headers-strategy=native")
class SessionTest {

  private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(8).encode("lovelace");
  private static final String CREDENTIALS = "name=ada&password=lovelace&_csrf=";
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  @TempDir static Path folder;

  @LocalServerPort int port;
  @Autowired SettableClock clock = new SettableClock();

  private Client client = new Client(0);

  @DynamicPropertySource
  static void organizers(DynamicPropertyRegistry properties) {
    properties.add("doors.login.organizers", () -> folder.resolve("organizers").toString());
  }

  @BeforeEach
  void connect() throws IOException {
    client = new Client(port);
    write("ada:" + HASH);
  }

  @Test
  void letsAnOrganizerInByTheCookieOfTheLogin() {
    String session = logIn();

    assertThat(session).startsWith("doors-session=");
    assertThat(client.get("/organizer", "Cookie", session).statusCode()).isEqualTo(200);
    assertThat(change(session, tokenOf(session))).isEqualTo("ada");
  }

  @Test
  void keepsTheCookieFromScriptsAndOtherSites() {
    HttpResponse<String> form = client.get("/login");

    String answer =
        client
            .postForm("/login", CREDENTIALS + form.body(), "Cookie", cookie(form))
            .headers()
            .allValues("Set-Cookie")
            .getFirst();

    assertThat(answer)
        .contains("Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=43200")
        .doesNotContain("Secure");
  }

  @Test
  void keepsTheCookieToTlsAndToThisHostBehindTls() {
    HttpResponse<String> form = client.get("/login", "X-Forwarded-Proto", "https");

    HttpResponse<String> answer =
        client.postForm(
            "/login",
            CREDENTIALS + form.body(),
            "Cookie",
            cookie(form),
            "X-Forwarded-Proto",
            "https");

    assertThat(answer.headers().allValues("Set-Cookie").getFirst())
        .startsWith("__Host-doors-session=")
        .contains("Secure");
    String session = cookie(answer);
    assertThat(client.get("/desk", "Cookie", session, "X-Forwarded-Proto", "https").statusCode())
        .isEqualTo(200);
    assertThat(client.get("/desk", "Cookie", session).statusCode()).isEqualTo(401);
  }

  @Test
  void setsNoCookieForAWrongPassword() {
    HttpResponse<String> form = client.get("/login");

    HttpResponse<String> answer =
        client.postForm(
            "/login", "name=ada&password=wrong&_csrf=" + form.body(), "Cookie", cookie(form));

    assertThat(answer.body()).contains("WrongNameOrPassword");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void takesNoLoginFromAFormThatItHasNotMadeForThisBrowser() {
    HttpResponse<String> form = client.get("/login");
    HttpResponse<String> other = client.get("/login");

    assertThat(client.postForm("/login", CREDENTIALS + form.body()).body()).contains("ForeignForm");
    assertThat(client.postForm("/login", CREDENTIALS, "Cookie", cookie(form)).body())
        .contains("ForeignForm");
    assertThat(client.postForm("/login", CREDENTIALS + form.body(), "Cookie", cookie(other)).body())
        .contains("ForeignForm");
  }

  @Test
  void endsWithItsTime() {
    String session = logIn();

    clock.putForward(SessionCookies.LENGTH.minusMinutes(1));
    assertThat(client.get("/desk", "Cookie", session).statusCode()).isEqualTo(200);

    clock.putForward(Duration.ofMinutes(1));
    assertThat(client.get("/desk", "Cookie", session).statusCode()).isEqualTo(401);
  }

  @Test
  void endsWithThePasswordTheOrganizerOrAWordOfThem() throws IOException {
    String session = logIn();

    write("ada:" + HASH + ":1");
    assertThat(client.get("/desk", "Cookie", session).statusCode()).isEqualTo(401);

    write("grace:" + HASH);
    assertThat(client.get("/desk", "Cookie", session).statusCode()).isEqualTo(401);

    write("ada:{bcrypt}" + new BCryptPasswordEncoder(8).encode("new"));
    assertThat(client.get("/desk", "Cookie", session).statusCode()).isEqualTo(401);

    write("ada:" + HASH);
    assertThat(client.get("/desk", "Cookie", session).statusCode()).isEqualTo(200);
  }

  @Test
  void takesNoCookieThatItHasNotMade() {
    String session = logIn();
    String forged =
        new SessionTokens(Secrets.of("the secret of somebody else"))
            .issue(new Session("ada", Instant.now().plusSeconds(600), "x"), HASH + ":0");

    assertThat(client.get("/desk", "Cookie", "doors-session=" + forged).statusCode())
        .isEqualTo(401);
    assertThat(client.get("/desk", "Cookie", session + "x").statusCode()).isEqualTo(401);
    assertThat(client.get("/desk", "Cookie", "doors-session=ada").statusCode()).isEqualTo(401);
  }

  @Test
  void changesNothingWithoutTheTokenOfAFormOfTheSameSession() {
    String session = logIn();
    String other = logIn();

    HttpResponse<String> without = client.postForm("/desk", "", "Cookie", session);
    HttpResponse<String> foreign =
        client.postForm("/desk", "_csrf=" + tokenOf(other), "Cookie", session);

    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.body()).contains("token of its form");
    assertThat(foreign.statusCode()).isEqualTo(403);
    HttpResponse<String> byScript =
        client.send(
            "POST",
            "/desk",
            BodyPublishers.noBody(),
            "Cookie",
            session,
            "X-CSRF-TOKEN",
            tokenOf(session));
    assertThat(byScript.statusCode()).isEqualTo(200);
  }

  @Test
  void isNobodysOnPublicRoutesWithoutTheToken() {
    String session = logIn();

    assertThat(client.postForm("/public/whoami", "", "Cookie", session).body()).isEqualTo("nobody");
    assertThat(
            client
                .postForm("/public/whoami", "_csrf=" + tokenOf(session), "Cookie", session)
                .body())
        .isEqualTo("ada");
  }

  @Test
  void refusesOtherSitesEvenWithTheToken() {
    String session = logIn();

    HttpResponse<String> answer =
        client.postForm(
            "/desk",
            "_csrf=" + tokenOf(session),
            "Cookie",
            session,
            "Sec-Fetch-Site",
            "cross-site");

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void endsInTheBrowserThatSignsOut() {
    HttpResponse<String> answer = client.postForm("/logout", "", "Cookie", logIn());

    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("doors-session=;")
        .contains("Max-Age=0");
  }

  @Test
  void showsThePersonWhoIsNotLoggedInTheWayToThePage() {
    HttpResponse<String> page = client.get("/desk/evening?day=3&x=%C3%BC", "Accept", HTML);
    HttpResponse<String> over =
        client.get("/desk", "Accept", HTML, "Cookie", "doors-session=some-old-one");

    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location"))
        .hasValue("/login?next=%2Fdesk%2Fevening%3Fday%3D3%26x%3D%25C3%25BC");
    assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(over.headers().firstValue("Location")).hasValue("/login?next=%2Fdesk&over");
  }

  @Test
  void bringsTheSenderOfAFormWhoseSessionIsOverBackToTheForm() {
    HttpResponse<String> answer =
        client.postForm(
            "/desk",
            "title=x",
            "Accept",
            HTML,
            "Cookie",
            "doors-session=old",
            "Referer",
            "http://localhost:" + port + "/desk/new?step=2");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/login?next=%2Fdesk%2Fnew%3Fstep%3D2&over");
  }

  @Test
  void sendsAPageWhoseFragmentNeedsALoginThere() {
    HttpResponse<String> answer =
        client.get(
            "/desk/attendees/7",
            "HX-Request",
            "true",
            "HX-Current-URL",
            "http://localhost:8080/desk?page=2");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect"))
        .hasValue("/login?next=%2Fdesk%3Fpage%3D2");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void showsTheWayToNobodyWhoAsksTheApi() {
    assertThat(client.get("/api/evenings", "Accept", HTML).statusCode()).isEqualTo(401);
    assertThat(client.get("/desk", "Accept", "*/*").statusCode()).isEqualTo(401);
    assertThat(client.get("/desk").statusCode()).isEqualTo(401);
    assertThat(client.get("/desk", "Accept", HTML, "Authorization", "Basic YWRhOng=").statusCode())
        .isEqualTo(401);
  }

  private String logIn() {
    HttpResponse<String> form = client.get("/login");
    HttpResponse<String> answer =
        client.postForm("/login", CREDENTIALS + form.body(), "Cookie", cookie(form));
    assertThat(answer.body()).contains("SignedIn");
    return cookie(answer);
  }

  private String tokenOf(String session) {
    return client.get("/desk", "Cookie", session).body();
  }

  private String change(String session, String token) {
    return client.postForm("/desk", "_csrf=" + token, "Cookie", session).body();
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static void write(String line) throws IOException {
    Files.writeString(folder.resolve("organizers"), line);
  }
}
