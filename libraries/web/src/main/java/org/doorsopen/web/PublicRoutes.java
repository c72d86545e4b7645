package org.doorsopen.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Routes that need no login; every other route needs the organizer's. A service gives one or more
 * beans of this type. On a public route that organizers use as well, {@code
 * request.isUserInRole("ORGANIZER")} tells whether one is logged in; wrong credentials are refused
 * there too.
 */
public final class PublicRoutes {

  private final List<RequestMatcher> matchers;

  private PublicRoutes(List<RequestMatcher> matchers) {
    this.matchers = List.copyOf(matchers);
  }

  /**
   * @param routes each a method and a path pattern, such as {@code GET /api/meetups/{meetupId}};
   *     GET includes HEAD
   */
  public static PublicRoutes of(String... routes) {
    var matchers = new ArrayList<RequestMatcher>();
    for (String route : routes) {
      String[] parts = route.split(" ");
      if (parts.length != 2 || !parts[1].startsWith("/")) {
        throw new IllegalArgumentException("Not a method and a path: " + route);
      }
      add(matchers, HttpMethod.valueOf(parts[0]), parts[1]);
    }
    return new PublicRoutes(matchers);
  }

  private static void add(List<RequestMatcher> matchers, HttpMethod method, String pattern) {
    matchers.add(PathPatternRequestMatcher.pathPattern(method, pattern));
    if (method.equals(HttpMethod.GET)) {
      matchers.add(PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, pattern));
    }
  }

  RequestMatcher[] matchers() {
    return matchers.toArray(RequestMatcher[]::new);
  }
}
