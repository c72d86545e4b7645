package org.doorsopen.web.rates;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A limit for one network on some routes of a service, which gives a bean of this type for each.
 *
 * @param name in metrics, such as {@code rsvps}
 * @param kind what is counted
 */
public record RateLimit(String name, Kind kind, Rate rate, List<RequestMatcher> routes) {

  /** Which requests to the routes count. */
  public enum Kind {
    /** Every request. */
    REQUESTS,
    /** Those that were answered with 401, 403 or 404. */
    REFUSALS
  }

  /**
   * @param routes each a method and a path pattern, such as {@code POST /api/meetups/{id}/rsvps}
   */
  public static RateLimit of(String name, Kind kind, Rate rate, String... routes) {
    return new RateLimit(name, kind, rate, Arrays.stream(routes).map(RateLimit::matcher).toList());
  }

  private static RequestMatcher matcher(String route) {
    String[] parts = route.split(" ", 2);
    return PathPatternRequestMatcher.pathPattern(HttpMethod.valueOf(parts[0]), parts[1]);
  }
}
