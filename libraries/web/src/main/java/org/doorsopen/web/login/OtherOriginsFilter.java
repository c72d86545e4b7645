package org.doorsopen.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.doorsopen.identity.origins.OtherOrigins;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.problems.SecurityHeaders;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of other origins that a setting names read the answers of some routes, refusals
 * included, and answers a browser that asks beforehand whether a request may be sent. It stands
 * before everything that refuses a request, so that no refusal is without its headers.
 */
final class OtherOriginsFilter extends OncePerRequestFilter {

  private static final String NAMED = OtherOriginsFilter.class.getName() + ".named";

  private final OtherOrigins origins;
  private final List<PublicRoutes.ForPages> routes;
  private final ProblemWriter problems;

  OtherOriginsFilter(OtherOrigins origins, List<PublicRoutes> routes, ProblemWriter problems) {
    this.origins = origins;
    this.routes = routes.stream().flatMap(some -> some.routesForPages().stream()).toList();
    this.problems = problems;
  }

  /** Whether a page that is named sends it to a route that is for such pages. */
  static boolean isOfANamedPage(HttpServletRequest request) {
    return request.getAttribute(NAMED) != null;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return origins.isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<PublicRoutes.ForPages> there =
        routes.stream().filter(route -> route.path().matches(request)).toList();
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String wanted = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    if (there.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    // Whatever keeps an answer must not give it to a page of another origin.
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    boolean asksBeforehand =
        request.getMethod().equals("OPTIONS") && origin != null && wanted != null;
    if (asksBeforehand) {
      answer(there, origin, wanted, request, response);
      return;
    }
    if (origin != null && origins.isNamed(origin)) {
      OtherOrigins.ofAnAnswer(origin).forEach(response::setHeader);
      if (there.stream().anyMatch(route -> route.takes(request.getMethod()))) {
        request.setAttribute(NAMED, true);
      }
    }
    chain.doFilter(request, response);
  }

  private void answer(
      List<PublicRoutes.ForPages> there,
      String origin,
      String wanted,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    if (!origins.isNamed(origin)) {
      problems.write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "Pages of this origin are not named in DOORS_CORS_ORIGINS.");
    } else if (there.stream().noneMatch(route -> route.takes(wanted))) {
      problems.write(
          request, response, HttpStatus.FORBIDDEN, "Pages of other origins cannot do this.");
    } else {
      String methods =
          there.stream()
              .map(PublicRoutes.ForPages::method)
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
      SecurityHeaders.addTo(response);
      OtherOrigins.ofAPreflight(origin, methods).forEach(response::setHeader);
      response.setStatus(HttpStatus.NO_CONTENT.value());
    }
  }
}
