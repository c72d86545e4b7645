package org.doorsopen.chaos.inputs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a service, as its OpenAPI description has it, or a form of a page.
 *
 * @param path with its variables in braces
 * @param query names of parameters
 * @param headers names of parameters
 * @param body the schema of the JSON body, with no references left, or null where there is none
 * @param texts the other types of content that it takes
 * @param form what a form sends; empty for all others
 */
record Route(
    String method,
    String path,
    List<String> query,
    List<String> headers,
    @Nullable JsonNode body,
    List<String> texts,
    List<Field> form) {

  private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

  /**
   * A field of a form.
   *
   * @param values that the page offers or has filled in; at least one
   */
  record Field(String name, List<String> values) {}

  /** Every operation, in an order that does not change. */
  static List<Route> of(JsonNode description) {
    var routes = new ArrayList<Route>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      for (String method : METHODS) {
        JsonNode operation = path.getValue().path(method);
        if (operation.isObject()) {
          routes.add(of(method, path.getKey(), operation, description));
        }
      }
    }
    routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
    return routes;
  }

  private static Route of(String method, String path, JsonNode operation, JsonNode description) {
    var query = new ArrayList<String>();
    var headers = new ArrayList<String>();
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.path("name").asString();
      switch (parameter.path("in").asString()) {
        case "query" -> query.add(name);
        case "header" -> headers.add(name);
        default -> {}
      }
    }
    JsonNode content = operation.at("/requestBody/content");
    JsonNode schema = content.at("/application~1json/schema");
    return new Route(
        method.toUpperCase(Locale.ROOT),
        path,
        query,
        headers,
        schema.isMissingNode() ? null : resolved(schema, description),
        content.propertyNames().stream().filter(type -> type.startsWith("text/")).toList(),
        List.of());
  }

  /** A reference leads to a schema of the same document. */
  static JsonNode resolved(JsonNode schema, JsonNode description) {
    JsonNode reference = schema.path("$ref");
    return reference.isString() ? description.at(reference.asString().substring(1)) : schema;
  }
}
