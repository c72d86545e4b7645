package org.doorsopen.web.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.doorsopen.identity.FormTokens;
import org.doorsopen.identity.SessionTokens.Session;
import org.doorsopen.web.organizers.OrganizerLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs an organizer in by the cookie of a session. An unsafe request has to carry the token of a
 * form of the same session as well; without it the cookie counts for nothing, as another page may
 * have made the browser send both. A request that says by {@code Authorization} whose it is needs
 * no cookie, and is not looked at here.
 *
 * <p>The token is put where Thymeleaf's {@code th:action} finds it and adds it to forms.
 */
public final class SessionFilter extends OncePerRequestFilter {

  static final String TOKEN_HEADER = "X-CSRF-TOKEN";
  static final String TOKEN_FIELD = "_csrf";

  private static final String STATE = SessionFilter.class.getName();

  /** The result of reading the cookie of a request. */
  public enum State {
    NONE,
    LOGGED_IN,
    /** It has expired, its organizer is gone or has signed out, or it is no cookie of ours. */
    OVER,
    /** The session is good, but the form was not of it. */
    WITHOUT_TOKEN
  }

  private final SessionCookies cookies;
  private final FormTokens tokens;

  SessionFilter(SessionCookies cookies, FormTokens tokens) {
    this.cookies = cookies;
    this.tokens = tokens;
  }

  public static State stateOf(HttpServletRequest request) {
    return request.getAttribute(STATE) instanceof State state ? state : State.NONE;
  }

  static void giveToken(HttpServletRequest request, String token) {
    CsrfToken given = new DefaultCsrfToken(TOKEN_HEADER, TOKEN_FIELD, token);
    request.setAttribute(CsrfToken.class.getName(), given);
    request.setAttribute(given.getParameterName(), given);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) == null && cookies.hasSession(request)) {
      request.setAttribute(STATE, state(request));
    }
    chain.doFilter(request, response);
  }

  private State state(HttpServletRequest request) {
    Optional<Session> session = cookies.session(request);
    if (session.isEmpty()) {
      return State.OVER;
    }
    String id = session.get().id();
    giveToken(request, tokens.issue(id));
    if (UnsafeRequests.isUnsafe(request) && !tokens.isGenuine(given(request), id)) {
      return State.WITHOUT_TOKEN;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(OrganizerLogin.authenticated(session.get().name()));
    SecurityContextHolder.setContext(context);
    return State.LOGGED_IN;
  }

  static String given(HttpServletRequest request) {
    @Nullable String header = request.getHeader(TOKEN_HEADER);
    @Nullable String field = header == null ? request.getParameter(TOKEN_FIELD) : header;
    return field == null ? "" : field;
  }
}
