package org.doorsopen.web.login;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  private final List<String> routes;
  private final List<RequestMatcher> matchers;
  private final List<RequestMatcher> matchersForOtherSites;
  private final List<ForPages> routesForPages;

  private PublicRoutes(
      List<String> routes,
      List<RequestMatcher> matchers,
      List<RequestMatcher> matchersForOtherSites,
      List<ForPages> routesForPages) {
    this.routes = List.copyOf(routes);
    this.matchers = List.copyOf(matchers);
    this.matchersForOtherSites = List.copyOf(matchersForOtherSites);
    this.routesForPages = List.copyOf(routesForPages);
  }

  /** A route that pages of other origins may use, if a setting names them. */
  record ForPages(String method, RequestMatcher path) {

    boolean takes(String other) {
      return method.equals(other) || method.equals("GET") && other.equals("HEAD");
    }
  }

  /**
   * @param routes each a method and a path pattern, such as {@code GET /api/meetups/{meetupId}};
   *     GET includes HEAD, and each includes OPTIONS, which tells what else is there
   */
  public static PublicRoutes of(String... routes) {
    return new PublicRoutes(List.of(routes), matchers(routes), List.of(), List.of());
  }

  /**
   * The same routes, some of which pages of other sites may send requests to as well: those that
   * trust nothing a browser adds by itself, such as the one-click unsubscription (RFC 8058), which
   * a mail program in a browser may send.
   *
   * @param unsafe as in {@link #of}
   */
  public PublicRoutes openToOtherSites(String... unsafe) {
    return new PublicRoutes(routes, matchers, matchers(unsafe), routesForPages);
  }

  /**
   * The same routes, some of which pages of other origins may use, and read what they answer, where
   * {@link org.doorsopen.identity.origins.OtherOrigins} names them.
   *
   * @param some of the routes, as in {@link #of}
   */
  public PublicRoutes openToNamedOrigins(String... some) {
    List<ForPages> open =
        Stream.of(some)
            .peek(route -> {
              if (!routes.contains(route)) {
                throw new IllegalArgumentException("Not a public route: " + route);
              }
            })
            .map(route -> route.split(" "))
            .map(parts -> new ForPages(parts[0], PathPatternRequestMatcher.pathPattern(parts[1])))
            .toList();
    return new PublicRoutes(routes, matchers, matchersForOtherSites, open);
  }

  private static List<RequestMatcher> matchers(String... routes) {
    var matchers = new ArrayList<RequestMatcher>();
    for (String route : routes) {
      String[] parts = route.split(" ");
      if (parts.length != 2 || !parts[1].startsWith("/")) {
        throw new IllegalArgumentException("Not a method and a path: " + route);
      }
      add(matchers, HttpMethod.valueOf(parts[0]), parts[1]);
    }
    return matchers;
  }

  private static void add(List<RequestMatcher> matchers, HttpMethod method, String pattern) {
    matchers.add(PathPatternRequestMatcher.pathPattern(HttpMethod.OPTIONS, pattern));
    matchers.add(PathPatternRequestMatcher.pathPattern(method, pattern));
    if (method.equals(HttpMethod.GET)) {
      matchers.add(PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, pattern));
    }
  }

  RequestMatcher[] matchers() {
    return matchers.toArray(RequestMatcher[]::new);
  }

  List<RequestMatcher> matchersForOtherSites() {
    return matchersForOtherSites;
  }

  List<ForPages> routesForPages() {
    return routesForPages;
  }

  /** As they were given: a method, a space and a pattern. */
  public List<String> routes() {
    return routes;
  }
}
