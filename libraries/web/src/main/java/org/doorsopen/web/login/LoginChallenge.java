package org.doorsopen.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.Set;
import org.doorsopen.web.organizers.TooManyGuesses;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.problems.Readers;
import org.doorsopen.web.session.SessionFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers a request that needs a login and has none: with the login page where a person looks at
 * pages, and else with a problem. Where there is nothing, no login would help, and that is said
 * instead. The page that was asked for goes along as {@code next}.
 */
final class LoginChallenge implements AuthenticationEntryPoint {

  private static final String LOGIN = "/login";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final KnownRoutes routes;
  private final ProblemWriter problems;

  LoginChallenge(KnownRoutes routes, ProblemWriter problems) {
    this.routes = routes;
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    SessionFilter.State session = SessionFilter.stateOf(request);
    if (failure instanceof TooManyGuesses guesses) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(guesses.retryAfterSeconds()));
      problems.write(
          request,
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "Too many wrong passwords came from here or for this name; this one was not looked at.");
    } else if (request.getHeader(HttpHeaders.AUTHORIZATION) == null && !routes.hasAny(request)) {
      problems.write(request, response, HttpStatus.NOT_FOUND, "There is nothing at this address.");
    } else if (request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && !routes.takesMethod(request)) {
      response.setHeader(HttpHeaders.ALLOW, routes.methods(request));
      problems.write(
          request,
          response,
          HttpStatus.METHOD_NOT_ALLOWED,
          "Method '%s' is not supported.".formatted(request.getMethod()));
    } else if (session == SessionFilter.State.WITHOUT_TOKEN) {
      problems.write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "The request lacks the token of its form. Open the page again and repeat it there.");
    } else if (isFragment(request)) {
      // The script follows this instead of putting the login page into a corner of another.
      response.setHeader("HX-Redirect", login(from(request, "HX-Current-URL"), session));
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else if (isOfAPerson(request)) {
      Optional<LocalPath> next =
          READING.contains(request.getMethod())
              ? LocalPath.of(asked(request))
              : from(request, HttpHeaders.REFERER);
      response.setHeader(HttpHeaders.LOCATION, login(next, session));
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setStatus(HttpStatus.SEE_OTHER.value());
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Doors Open\"");
      problems.write(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          "This needs the organizer's login; it is missing or wrong.");
    }
  }

  private static boolean isFragment(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"))
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }

  private static boolean isOfAPerson(HttpServletRequest request) {
    return Readers.isPerson(request)
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && !request.getRequestURI().equals(LOGIN);
  }

  private static String asked(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** The page that made the request, as far as its browser says. */
  private static Optional<LocalPath> from(HttpServletRequest request, String header) {
    @Nullable String address = request.getHeader(header);
    try {
      URI page = URI.create(address == null ? "" : address);
      String query = page.getRawQuery();
      return LocalPath.of(page.getRawPath() + (query == null ? "" : "?" + query));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String login(Optional<LocalPath> next, SessionFilter.State session) {
    String query = next.map(page -> "?next=" + URLEncoder.encode(page.value(), UTF_8)).orElse("");
    return session == SessionFilter.State.OVER
        ? LOGIN + (query.isEmpty() ? "?" : query + "&") + "over"
        : LOGIN + query;
  }
}
