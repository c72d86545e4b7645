package org.doorsopen.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import org.doorsopen.identity.FormTokens;
import org.doorsopen.identity.Secrets;
import org.doorsopen.identity.SessionTokens;
import org.doorsopen.settings.PublicUrl;
import org.doorsopen.web.organizers.OrganizerLogin;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.session.SignIn.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;

@ExtendWith(OutputCaptureExtension.class)
class SignInTest {

  private static final String SECRET = "a secret of thirty-two characters";

  private final Organizers organizers = new Organizers("ada@example.org:lovelace", "");

  @Test
  void recordsTheNameOfALoginAndNoAddress(CapturedOutput output) {
    assertThat(logIn("http://localhost:8080", new MockHttpServletResponse()))
        .isEqualTo(new Outcome.SignedIn("ada@example.org"));

    assertThat(output).contains("ada has signed in").doesNotContain("example.org");
  }

  @Test
  void keepsTheCookieToTlsWhereThePublicAddressHasItAndTheProxyDoesNotSaySo() {
    var answer = new MockHttpServletResponse();

    assertThat(logIn("https://meetups.example.org", answer))
        .isEqualTo(new Outcome.SignedIn("ada@example.org"));

    assertThat(answer.getHeaders("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-doors-").contains("; Secure"));
  }

  private Outcome logIn(String publicUrl, MockHttpServletResponse answer) {
    SignIn signIn = at(publicUrl);
    var page = new MockHttpServletRequest("GET", "/login");
    var form = new MockHttpServletResponse();
    signIn.prepareForm(page, form);
    var request = new MockHttpServletRequest("POST", "/login");
    request.setCookies(form.getCookies());
    request.setParameter("_csrf", tokenIn(page));
    return signIn.signIn(request, answer, "ada@example.org", "lovelace");
  }

  private SignIn at(String publicUrl) {
    var cookies =
        new SessionCookies(
            new SessionTokens(Secrets.of(SECRET)),
            organizers,
            PublicUrl.at(URI.create(publicUrl)),
            InstantSource.system());
    return new SignIn(
        new OrganizerLogin(organizers, SimpleMeterRegistry::new),
        cookies,
        new FormTokens(Secrets.of(SECRET)));
  }

  private static String tokenIn(MockHttpServletRequest page) {
    return ((CsrfToken) page.getAttribute(CsrfToken.class.getName())).getToken();
  }
}
