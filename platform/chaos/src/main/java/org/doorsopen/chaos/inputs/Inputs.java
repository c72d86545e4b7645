package org.doorsopen.chaos.inputs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorsopen.chaos.inputs.Route.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Draws requests, each from a seed of its own, so that any one of them can be made again. */
final class Inputs {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
  static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> CONTENT_TYPES =
      List.of(
          "application/json",
          "application/json;charset=UTF-8",
          "application/json;charset=UTF-16",
          FORM,
          "multipart/form-data;boundary=b",
          "text/plain",
          "application/cbor",
          "nonsense");

  /** That a stranger may send to any route, and that a front door hands on or writes itself. */
  private static final List<String> COMMON_HEADERS =
      List.of(
          "Accept",
          "Accept-Language",
          "If-Match",
          "If-None-Match",
          "traceparent",
          "Cookie",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "Forwarded",
          "Origin",
          "Range");

  private final List<Described> routes;
  private final List<String> ids;
  private final List<String> logins;

  /** A route with the description that it comes from. */
  private record Described(Route route, JsonNode description) {}

  /**
   * @param descriptions of all services
   * @param forms of all pages
   * @param ids that exist, to be put into paths
   * @param logins as the header Authorization has them
   */
  Inputs(List<JsonNode> descriptions, List<Route> forms, List<String> ids, List<String> logins) {
    this.routes =
        Stream.concat(
                descriptions.stream()
                    .flatMap(description ->
                        Route.of(description).stream()
                            .map(route -> new Described(route, description))),
                forms.stream().map(form -> new Described(form, MissingNode.getInstance())))
            .filter(described -> !described.route().path().contains("rebuilds"))
            .toList();
    this.ids = List.copyOf(ids);
    this.logins = List.copyOf(logins);
  }

  int routes() {
    return routes.size();
  }

  /** Every route has its turn. */
  Input of(long seed, int number) {
    Draw draw = new Draw(new Random(seed * 1_000_003 + number));
    Described described = routes.get(number % routes.size());
    Route route = described.route();
    String type = type(route, draw);
    byte[] body = draw.oneIn(30) ? null : body(described, type, draw);
    return new Input(
        route, path(route, draw) + query(route, draw), headers(route, type, draw), body);
  }

  private static String type(Route route, Draw draw) {
    if (draw.oneIn(5)) {
      return draw.of(CONTENT_TYPES);
    }
    if (!route.texts().isEmpty()) {
      return draw.of(route.texts());
    }
    return route.form().isEmpty() ? CONTENT_TYPES.getFirst() : FORM;
  }

  private static byte @Nullable [] body(Described described, String type, Draw draw) {
    Route route = described.route();
    if (!route.texts().isEmpty()) {
      return new Texts(draw).of(type);
    }
    if (!route.form().isEmpty()) {
      return form(route.form(), draw).getBytes(UTF_8);
    }
    return route.body() == null ? null : new Bodies(described.description(), draw).of(route.body());
  }

  private static String form(List<Field> fields, Draw draw) {
    var pairs = new ArrayList<String>();
    for (Field field : fields) {
      if (!draw.oneIn(12)) {
        pairs.add(pair(field.name(), typed(field, draw)));
      }
      if (draw.oneIn(25)) {
        pairs.add(pair(field.name(), draw.text()));
      }
    }
    if (draw.oneIn(15)) {
      pairs.add(draw.of(List.of("%ff=%", "=", "&&", "a".repeat(9_000), "x[0].y=1", "_method=PUT")));
    }
    return String.join("&", pairs);
  }

  private static String typed(Field field, Draw draw) {
    return switch (draw.below(8)) {
      case 0, 1 -> draw.text();
      case 2 -> Long.toString(draw.number(0, 100));
      case 3 -> draw.time();
      default -> draw.of(field.values());
    };
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
  }

  private String path(Route route, Draw draw) {
    return VARIABLE
        .matcher(route.path())
        .replaceAll((MatchResult _) -> draw.oneIn(4) ? draw.segment() : draw.of(ids));
  }

  private static String query(Route route, Draw draw) {
    var query = new ArrayList<String>();
    for (String name : route.query()) {
      if (draw.oneIn(2)) {
        String value = draw.oneIn(3) ? Long.toString(draw.number(0, 100)) : draw.text();
        query.add(name + "=" + URLEncoder.encode(value, UTF_8));
      }
    }
    if (draw.oneIn(10)) {
      query.add("%ff=" + draw.segment());
    }
    return query.isEmpty() ? "" : "?" + String.join("&", query);
  }

  private List<String> headers(Route route, String type, Draw draw) {
    var headers = new ArrayList<String>();
    if (!draw.oneIn(6)) {
      headers.addAll(List.of("Authorization", draw.of(logins)));
    }
    var names = new ArrayList<>(route.headers());
    names.addAll(COMMON_HEADERS);
    for (String name : names) {
      if (draw.oneIn(4)) {
        headers.addAll(List.of(name, draw.header()));
      }
    }
    headers.addAll(List.of("Content-Type", type));
    return headers;
  }
}
