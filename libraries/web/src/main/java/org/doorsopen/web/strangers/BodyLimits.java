package org.doorsopen.web.strangers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * Routes whose bodies may be longer than those of others, or have to be shorter. A service gives
 * one or more beans of this type; every other route has the setting doors.web.body-limit.
 */
public final class BodyLimits {

  private final List<RequestMatcher> matchers;
  private final long bytes;

  private BodyLimits(List<RequestMatcher> matchers, long bytes) {
    this.matchers = List.copyOf(matchers);
    this.bytes = bytes;
  }

  /**
   * @param routes each a method and a path pattern, such as {@code POST /api/schedules/**}
   */
  public static BodyLimits of(DataSize limit, String... routes) {
    var matchers = new ArrayList<RequestMatcher>();
    for (String route : routes) {
      String[] parts = route.split(" ");
      if (parts.length != 2 || !parts[1].startsWith("/")) {
        throw new IllegalArgumentException("Not a method and a path: " + route);
      }
      matchers.add(PathPatternRequestMatcher.pathPattern(HttpMethod.valueOf(parts[0]), parts[1]));
    }
    return new BodyLimits(matchers, limit.toBytes());
  }

  public long bytes() {
    return bytes;
  }

  /** Of several that fit, the smallest. */
  public static OptionalLong limitOf(HttpServletRequest request, List<BodyLimits> all) {
    return all.stream()
        .filter(some -> some.matchers.stream().anyMatch(matcher -> matcher.matches(request)))
        .min(Comparator.comparingLong(BodyLimits::bytes))
        .map(some -> OptionalLong.of(some.bytes))
        .orElse(OptionalLong.empty());
  }
}
