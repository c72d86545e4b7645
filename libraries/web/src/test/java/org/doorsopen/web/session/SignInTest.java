package org.doorsopen.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.doorsopen.identity.FormTokens;
import org.doorsopen.identity.SessionTokens;
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
  private final SignIn signIn =
      new SignIn(
          new OrganizerLogin(organizers),
          new SessionCookies(new SessionTokens(SECRET), organizers, InstantSource.system()),
          new FormTokens(SECRET));

  @Test
  void recordsTheNameOfALoginAndNoAddress(CapturedOutput output) {
    assertThat(logIn()).isEqualTo(new Outcome.SignedIn("ada@example.org"));

    assertThat(output).contains("ada has signed in").doesNotContain("example.org");
  }

  private Outcome logIn() {
    var page = new MockHttpServletRequest("GET", "/login");
    var form = new MockHttpServletResponse();
    signIn.prepareForm(page, form);
    var request = new MockHttpServletRequest("POST", "/login");
    request.setCookies(form.getCookies());
    request.setParameter("_csrf", tokenIn(page));
    return signIn.signIn(request, new MockHttpServletResponse(), "ada@example.org", "lovelace");
  }

  private static String tokenIn(MockHttpServletRequest page) {
    return ((CsrfToken) page.getAttribute(CsrfToken.class.getName())).getToken();
  }
}
