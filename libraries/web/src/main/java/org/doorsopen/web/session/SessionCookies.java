package org.doorsopen.web.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorsopen.identity.SessionTokens;
import org.doorsopen.identity.SessionTokens.Session;
import org.doorsopen.settings.PublicUrl;
import org.doorsopen.web.organizers.Organizer;
import org.doorsopen.web.organizers.Organizers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of a browser: the session of an organizer, and before the login a random text that
 * the form of the login is bound to. Behind TLS their names begin with {@code __Host-}, so that no
 * other site of the same domain can set them. A proxy that ends TLS need not say so to the front
 * door; the public address says it as well.
 */
final class SessionCookies {

  /**
   * A working day with an evening. It does not grow with use: a cookie that was copied is worth
   * nothing after that time at the latest, and no answer but the login's sets one.
   */
  static final Duration LENGTH = Duration.ofHours(12);

  private static final Duration LOGIN_LENGTH = Duration.ofHours(1);
  private static final String SESSION = "doors-session";
  private static final String LOGIN = "doors-login";

  private final SecureRandom random = new SecureRandom();
  private final SessionTokens tokens;
  private final Organizers organizers;
  private final boolean alwaysTls;
  private final InstantSource clock;

  SessionCookies(
      SessionTokens tokens, Organizers organizers, PublicUrl publicUrl, InstantSource clock) {
    this.tokens = tokens;
    this.organizers = organizers;
    this.alwaysTls = publicUrl.isTls();
    this.clock = clock;
  }

  /** Of an organizer who is still one, and whose session has not ended. */
  Optional<Session> session(HttpServletRequest request) {
    Instant now = clock.instant();
    return value(request, SESSION)
        .flatMap(
            token -> tokens.read(token, name -> organizers.find(name).map(Organizer::credential)))
        .filter(session -> session.end().isAfter(now));
  }

  /** Whether there is a cookie, of whatever worth. */
  boolean hasSession(HttpServletRequest request) {
    return value(request, SESSION).isPresent();
  }

  void begin(Organizer organizer, HttpServletRequest request, HttpServletResponse response) {
    Session session = new Session(organizer.name(), clock.instant().plus(LENGTH), randomText());
    set(SESSION, tokens.issue(session, organizer.credential()), LENGTH, request, response);
    set(LOGIN, "", Duration.ZERO, request, response);
  }

  void end(HttpServletRequest request, HttpServletResponse response) {
    set(SESSION, "", Duration.ZERO, request, response);
  }

  /**
   * The text that the form of the login is bound to; empty if the browser has none or keeps none.
   */
  Optional<String> login(HttpServletRequest request) {
    return value(request, LOGIN);
  }

  /** The same as before if there is one, so that the form works in a second window as well. */
  String loginOrNew(HttpServletRequest request, HttpServletResponse response) {
    return login(request)
        .orElseGet(() -> {
          String value = randomText();
          set(LOGIN, value, LOGIN_LENGTH, request, response);
          return value;
        });
  }

  private String randomText() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Optional<String> value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(named(name, request)))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }

  private void set(
      String name,
      String value,
      Duration length,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(named(name, request), value)
            .path("/")
            .maxAge(length)
            .httpOnly(true)
            .secure(isTls(request))
            .sameSite("Lax")
            .build()
            .toString());
  }

  private String named(String name, HttpServletRequest request) {
    return isTls(request) ? "__Host-" + name : name;
  }

  private boolean isTls(HttpServletRequest request) {
    return alwaysTls || request.isSecure();
  }
}
