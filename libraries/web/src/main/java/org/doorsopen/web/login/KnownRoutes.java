package org.doorsopen.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.RequestPath;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Says what is at an address, to those who are not let in: nothing needs a login there. */
final class KnownRoutes {

  // The controllers come after the login.
  private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

  KnownRoutes(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  /** Whether some method leads to something there. */
  boolean hasAny(HttpServletRequest request) {
    return !at(request).isEmpty();
  }

  /** Whether the request's own method does. */
  boolean takesMethod(HttpServletRequest request) {
    return at(request).stream()
        .map(route -> route.getMethodsCondition().getMethods())
        .anyMatch(methods -> methods.isEmpty() || methods.contains(methodOf(request)));
  }

  /** As the header Allow has them. */
  String methods(HttpServletRequest request) {
    Set<String> methods =
        at(request).stream()
            .flatMap(route -> route.getMethodsCondition().getMethods().stream())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  private List<RequestMappingInfo> at(HttpServletRequest request) {
    RequestPath path =
        ServletRequestPathUtils.hasParsedRequestPath(request)
            ? ServletRequestPathUtils.getParsedRequestPath(request)
            : ServletRequestPathUtils.parseAndCache(request);
    return mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .filter(route -> matches(route.getPathPatternsCondition(), path))
        .toList();
  }

  private static boolean matches(
      @Nullable PathPatternsRequestCondition patterns, RequestPath path) {
    return patterns != null
        && patterns.getPatterns().stream()
            .anyMatch(pattern -> pattern.matches(path.pathWithinApplication()));
  }

  private static @Nullable RequestMethod methodOf(HttpServletRequest request) {
    return RequestMethod.resolve(request.getMethod().equals("HEAD") ? "GET" : request.getMethod());
  }
}
