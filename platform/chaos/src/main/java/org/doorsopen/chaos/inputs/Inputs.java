package org.doorsopen.chaos.inputs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Draws requests, each from a seed of its own, so that any one of them can be made again. */
final class Inputs {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
  private static final List<String> CONTENT_TYPES =
      List.of(
          "application/json",
          "application/json;charset=UTF-8",
          "application/json;charset=UTF-16",
          "application/x-www-form-urlencoded",
          "multipart/form-data;boundary=b",
          "text/plain",
          "application/cbor",
          "nonsense");

  private final List<Described> routes;
  private final List<String> ids;
  private final List<String> logins;

  /** A route with the description that it comes from. */
  private record Described(Route route, JsonNode description) {}

  /**
   * @param descriptions of all services
   * @param ids that exist, to be put into paths
   * @param logins as the header Authorization has them
   */
  Inputs(List<JsonNode> descriptions, List<String> ids, List<String> logins) {
    this.routes =
        descriptions.stream()
            .flatMap(description ->
                Route.of(description).stream().map(route -> new Described(route, description)))
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
    byte[] body =
        route.body() == null || draw.oneIn(30)
            ? null
            : new Bodies(described.description(), draw).of(route.body());
    return new Input(route, path(route, draw) + query(route, draw), headers(route, draw), body);
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

  private List<String> headers(Route route, Draw draw) {
    var headers = new ArrayList<String>();
    if (!draw.oneIn(6)) {
      headers.addAll(List.of("Authorization", draw.of(logins)));
    }
    var names = new ArrayList<>(route.headers());
    names.addAll(List.of("Accept", "Accept-Language", "If-Match", "If-None-Match", "traceparent"));
    for (String name : names) {
      if (draw.oneIn(4)) {
        headers.addAll(List.of(name, draw.header()));
      }
    }
    headers.addAll(
        List.of("Content-Type", draw.oneIn(5) ? draw.of(CONTENT_TYPES) : CONTENT_TYPES.getFirst()));
    return headers;
  }
}
