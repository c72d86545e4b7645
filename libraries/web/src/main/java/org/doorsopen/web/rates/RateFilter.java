package org.doorsopen.web.rates;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.problems.TooManyRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests of a network that has had its share, before anything of them is read. Where a
 * request comes from is what the front door says, and of nobody else it is believed: the server has
 * put that into the request.
 */
final class RateFilter extends OncePerRequestFilter {

  private final List<RateLimit> limits;
  private final Map<RateLimit, Buckets> buckets;
  private final HeldBack heldBack;
  private final ProblemWriter problems;

  RateFilter(List<RateLimit> limits, HeldBack heldBack, ProblemWriter problems) {
    this.limits = List.copyOf(limits);
    this.buckets =
        limits.stream()
            .collect(Collectors.toMap(Function.identity(), limit -> new Buckets(limit.rate())));
    this.heldBack = heldBack;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<RateLimit> concerned =
        limits.stream()
            .filter(limit -> limit.routes().stream().anyMatch(route -> route.matches(request)))
            .toList();
    if (concerned.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      filter(concerned, Network.of(request.getRemoteAddr()), request, response, chain);
    }
  }

  private void filter(
      List<RateLimit> concerned,
      String network,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    for (RateLimit limit : concerned) {
      Duration wait = begin(limit, network);
      if (!wait.isZero()) {
        refuse(limit, wait, request, response);
        return;
      }
    }
    try {
      chain.doFilter(request, response);
    } finally {
      concerned.forEach(limit -> end(limit, network, response));
    }
  }

  private void end(RateLimit limit, String network, HttpServletResponse response) {
    switch (limit.kind()) {
      case REQUESTS -> {
        // It could not be taken, and its sender was told to send it again.
        if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
          buckets.get(limit).giveBack(network);
        }
      }
      case REFUSALS -> {
        if (isRefused(response)) {
          buckets.get(limit).take(network);
        }
      }
    }
  }

  /** Zero if it may go on, otherwise how long it should wait. */
  private Duration begin(RateLimit limit, String network) {
    return switch (limit.kind()) {
      case REQUESTS -> buckets.get(limit).take(network);
      case REFUSALS -> buckets.get(limit).wait(network);
    };
  }

  private static boolean isRefused(HttpServletResponse response) {
    int status = response.getStatus();
    return status == HttpStatus.UNAUTHORIZED.value()
        || status == HttpStatus.FORBIDDEN.value()
        || status == HttpStatus.NOT_FOUND.value();
  }

  private void refuse(
      RateLimit limit, Duration wait, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    heldBack.count(limit.name());
    TooManyRequests refusal =
        new TooManyRequests("Too many requests came from your network. Please wait.", wait);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()));
    problems.write(
        request, response, HttpStatus.TOO_MANY_REQUESTS, String.valueOf(refusal.getMessage()));
  }
}
