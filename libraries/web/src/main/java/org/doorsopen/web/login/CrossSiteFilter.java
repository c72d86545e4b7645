package org.doorsopen.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.session.UnsafeRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses unsafe requests that a page of another site makes a browser send. Browsers remember the
 * organizer's login and add it to every request, wherever the page that causes it comes from.
 *
 * <p>A browser says where a request comes from in {@code Sec-Fetch-Site}; over plain HTTP and in
 * older browsers, only {@code Origin} does. A request with neither comes from no page. {@code
 * Origin: null} alone may be a page of ours that sends no referrer, so such a request passes unless
 * it carries what a browser adds by itself: without that, there is nothing to abuse.
 */
final class CrossSiteFilter extends OncePerRequestFilter {

  private final List<PublicRoutes> routes;
  private final ProblemWriter problems;

  CrossSiteFilter(List<PublicRoutes> routes, ProblemWriter problems) {
    this.routes = List.copyOf(routes);
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (UnsafeRequests.isUnsafe(request) && isForeign(request) && !isForOtherSites(request)) {
      problems.write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "A page of another site made this request. Open the page here and try again.");
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isForOtherSites(HttpServletRequest request) {
    return OtherOriginsFilter.isOfANamedPage(request)
        || routes.stream()
            .flatMap(some -> some.matchersForOtherSites().stream())
            .anyMatch((RequestMatcher matcher) -> matcher.matches(request));
  }

  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return switch (site == null ? "" : site.strip().toLowerCase(Locale.ROOT)) {
      case "same-origin", "none" -> false;
      case "cross-site" -> true;
      case "same-site" -> origin == null || !isOurs(origin, request);
      default -> origin != null && isForeign(origin, request);
    };
  }

  private static boolean isForeign(String origin, HttpServletRequest request) {
    return origin.strip().equalsIgnoreCase("null")
        ? request.getHeader(HttpHeaders.AUTHORIZATION) != null
            || request.getHeader(HttpHeaders.COOKIE) != null
        : !isOurs(origin, request);
  }

  // No page can make a browser send X-Forwarded-Host to another site, so it can be believed here.
  private static boolean isOurs(String origin, HttpServletRequest request) {
    Place from = Place.of(origin.strip());
    return from != null
        && (from.isAt(request.getHeader(HttpHeaders.HOST))
            || from.isAt(request.getHeader("X-Forwarded-Host")));
  }

  /** A host and a port; a proxy may have ended TLS, so the scheme only tells the usual port. */
  private record Place(String host, int port, boolean atUsualPort) {

    static @Nullable Place of(String origin) {
      try {
        var address = new URI(origin);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
        if (address.getHost() == null || usual < 0) {
          return null;
        }
        int port = address.getPort() < 0 ? usual : address.getPort();
        return new Place(address.getHost(), port, port == usual);
      } catch (URISyntaxException e) {
        return null;
      }
    }

    boolean isAt(@Nullable String hosts) {
      if (hosts == null) {
        return false;
      }
      try {
        var there = new URI("http://" + hosts.split(",", 2)[0].strip());
        return host.equalsIgnoreCase(there.getHost())
            && (there.getPort() < 0 ? atUsualPort : there.getPort() == port);
      } catch (URISyntaxException e) {
        return false;
      }
    }
  }
}
