package org.doorsopen.web.description;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The routes that our controllers serve, for tests that hold something of every one of them. */
public final class ServedRoutes {

  private static final Set<RequestMethod> UNSAFE_METHODS =
      Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

  private final List<Route> routes = new ArrayList<>();

  private ServedRoutes() {}

  /** Finds the routes of our own {@link RestController}s, and not those of libraries. */
  public static ServedRoutes of(RequestMappingHandlerMapping mappings) {
    ServedRoutes served = new ServedRoutes();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getName().startsWith("org.doorsopen.")
              && AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), RestController.class)) {
            served.add(mapping, handler);
          }
        });
    return served;
  }

  private void add(RequestMappingInfo mapping, HandlerMethod handler) {
    for (String path : mapping.getPatternValues()) {
      for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
        routes.add(new Route(method, path, handler.getMethod()));
      }
    }
  }

  /** Those that change something: a method, a space and a path with its variables in braces. */
  public List<String> unsafe() {
    return routes.stream()
        .filter(route -> UNSAFE_METHODS.contains(route.method()))
        .map(Route::toString)
        .sorted()
        .toList();
  }

  /**
   * What a description leaves out: a route, the schema of a body, an answer, or the problems.
   *
   * @param description in OpenAPI
   * @return nothing if it is complete
   */
  public Set<String> missingIn(JsonNode description) {
    Set<String> missing = new TreeSet<>();
    for (Route route : routes) {
      JsonNode operation = description.path("paths").path(route.path()).path(route.verb());
      if (operation.isMissingNode()) {
        missing.add(route + " is not described");
        continue;
      }
      if (route.takesABody() && !hasProperties(description, operation)) {
        missing.add(route + " has no schema of its body");
      }
      JsonNode responses = operation.path("responses");
      if (!answers(responses, route)) {
        missing.add(route + " has no schema of its answer");
      }
      if (responses.path("500").path("content").path("application/problem+json").isMissingNode()) {
        missing.add(route + " has no problems");
      }
    }
    return missing;
  }

  private static boolean hasProperties(JsonNode description, JsonNode operation) {
    String reference =
        operation.at("/requestBody/content/application~1json/schema/$ref").asString("");
    return reference.startsWith("#")
        && !description.at(reference.substring(1)).path("properties").isEmpty();
  }

  private static boolean answers(JsonNode responses, Route route) {
    return responses
        .propertyStream()
        .filter(response -> response.getKey().startsWith("2"))
        .anyMatch(response ->
            !route.givesAValue()
                || response
                    .getValue()
                    .path("content")
                    .valueStream()
                    .anyMatch(content -> !content.path("schema").isEmpty()));
  }

  private record Route(RequestMethod method, String path, Method handler) {

    String verb() {
      return method.name().toLowerCase(Locale.ROOT);
    }

    boolean takesABody() {
      return Stream.of(handler.getParameters())
          .anyMatch(parameter -> parameter.isAnnotationPresent(RequestBody.class));
    }

    boolean givesAValue() {
      return handler.getReturnType() != void.class
          && !handler
              .getGenericReturnType()
              .getTypeName()
              .equals(ResponseEntity.class.getName() + "<java.lang.Void>");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
