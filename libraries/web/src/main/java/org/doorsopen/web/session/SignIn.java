package org.doorsopen.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.doorsopen.identity.FormTokens;
import org.doorsopen.web.organizers.Organizer;
import org.doorsopen.web.organizers.OrganizerLogin;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.organizers.TooManyGuesses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;

/** Begins and ends the session of a browser; the service with the login page calls it. */
public final class SignIn {

  private static final Logger log = LoggerFactory.getLogger(SignIn.class);

  private final OrganizerLogin login;
  private final SessionCookies cookies;
  private final FormTokens tokens;

  SignIn(OrganizerLogin login, SessionCookies cookies, FormTokens tokens) {
    this.login = login;
    this.cookies = cookies;
    this.tokens = tokens;
  }

  /** The result of an attempt to log in. */
  public sealed interface Outcome {

    /** The answer sets the cookie. */
    record SignedIn(String name) implements Outcome {}

    record WrongNameOrPassword() implements Outcome {}

    /** The password was not looked at. */
    record TooEarly(long retryAfterSeconds) implements Outcome {}

    /** The form is not of this browser, or too old, or the browser keeps no cookies. */
    record ForeignForm() implements Outcome {}
  }

  /** Binds the form of the login to this browser; call it before the page is rendered. */
  public void prepareForm(HttpServletRequest request, HttpServletResponse response) {
    SessionFilter.giveToken(request, tokens.issue(cookies.loginOrNew(request, response)));
  }

  public Outcome signIn(
      HttpServletRequest request, HttpServletResponse response, String name, String password) {
    boolean ours =
        cookies
            .login(request)
            .filter(value -> tokens.isGenuine(SessionFilter.given(request), value))
            .isPresent();
    if (!ours) {
      return new Outcome.ForeignForm();
    }
    try {
      Organizer organizer = login.login(name, password, request.getRemoteAddr());
      cookies.begin(organizer, request, response);
      log.info("{} has signed in", Organizers.recordedName(organizer::name));
      return new Outcome.SignedIn(organizer.name());
    } catch (TooManyGuesses e) {
      return new Outcome.TooEarly(e.retryAfterSeconds());
    } catch (AuthenticationException e) {
      return new Outcome.WrongNameOrPassword();
    }
  }

  /** The browser forgets its session; see also {@code ./doors organizer sign-out}. */
  public void signOut(HttpServletRequest request, HttpServletResponse response) {
    cookies.end(request, response);
  }
}
