package org.doorsopen.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.web.problems.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests to our own names alone. A page of a stranger may let its own name lead to an
 * address in this network, and a browser then takes us for a part of that page (DNS rebinding); but
 * it still says the name. An address in numbers is nobody's name, and one of a single label (of a
 * container, or of a machine at home) is no stranger's, so those are let through.
 *
 * <p>What a front door says is looked at as well, and not instead: such a page may add a header.
 */
final class HostFilter extends OncePerRequestFilter {

  private static final Pattern PORT = Pattern.compile(":\\d*$");
  private static final Pattern ONE_LABEL = Pattern.compile("[a-z0-9_-]+");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

  private final Set<String> names;
  private final ProblemWriter problems;

  HostFilter(Stream<String> names, ProblemWriter problems) {
    this.names = names.map(HostFilter::normalized).collect(Collectors.toUnmodifiableSet());
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean ours =
        Stream.of(HttpHeaders.HOST, "X-Forwarded-Host")
            .flatMap(header -> Collections.list(request.getHeaders(header)).stream())
            .flatMap(hosts -> Stream.of(hosts.split(",")))
            .allMatch(this::isOurs);
    if (ours) {
      chain.doFilter(request, response);
    } else {
      problems.write(
          request,
          response,
          HttpStatus.MISDIRECTED_REQUEST,
          "This is not the address of this platform; DOORS_PUBLIC_URL says which one is.");
    }
  }

  private boolean isOurs(String text) {
    String host = PORT.matcher(normalized(text)).replaceFirst("");
    // A request of HTTP/1.0 names none, and none that a browser sends is without it.
    return host.isEmpty()
        || ONE_LABEL.matcher(host).matches()
        || host.endsWith(".localhost")
        || IPV4.matcher(host).matches()
        || IPV6.matcher(host).matches()
        || names.contains(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
  }

  private static String normalized(String host) {
    return host.strip().toLowerCase(Locale.ROOT);
  }
}
