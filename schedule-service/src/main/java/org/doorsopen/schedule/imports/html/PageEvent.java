package org.doorsopen.schedule.imports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event of schema.org as a page has it for programs, in JSON-LD or in microdata: properties by
 * their path, such as {@code location.address.streetAddress}.
 */
record PageEvent(Map<String, List<String>> properties, List<PageEvent> parts) {

  private static final int MAX_DEPTH = 6;
  private static final int MAX_VALUES = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxTokenCount(50_000)
                          .build())
                  .build())
          .build();

  static Optional<PageEvent> in(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      Optional<PageEvent> event = inJson(script.data());
      if (event.isPresent()) {
        return event;
      }
    }
    for (Element scope : page.select("[itemscope][itemtype]")) {
      if (isEvent(scope.attr("itemtype"))) {
        return Optional.of(ofMicrodata(scope, true));
      }
    }
    return Optional.empty();
  }

  /** The first value of the first of these paths that has one. */
  @Nullable String first(String... paths) {
    for (String path : paths) {
      List<String> values = properties.getOrDefault(path, List.of());
      if (!values.isEmpty() && !values.getFirst().isBlank()) {
        return values.getFirst().strip();
      }
    }
    return null;
  }

  List<String> all(String path) {
    return properties.getOrDefault(path, List.of());
  }

  private static Optional<PageEvent> inJson(String script) {
    try {
      return find(JSON.readTree(script), 0).map(PageEvent::ofJson);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> find(JsonNode node, int depth) {
    if (depth > MAX_DEPTH || !node.isContainer()) {
      return Optional.empty();
    }
    if (node.isObject() && isEventType(node.path("@type"))) {
      return Optional.of(node);
    }
    for (JsonNode child : node) {
      Optional<JsonNode> event = find(child, depth + 1);
      if (event.isPresent()) {
        return event;
      }
    }
    return Optional.empty();
  }

  private static boolean isEventType(JsonNode type) {
    if (type.isArray()) {
      return type.valueStream().anyMatch(PageEvent::isEventType);
    }
    return type.isString() && isEvent(type.asString());
  }

  private static boolean isEvent(String type) {
    String name =
        type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1).strip();
    return name.endsWith("Event") || name.equals("Hackathon") || name.equals("Festival");
  }

  private static PageEvent ofJson(JsonNode event) {
    var properties = new LinkedHashMap<String, List<String>>();
    var parts = new ArrayList<PageEvent>();
    collect("", event, 0, properties);
    JsonNode inner =
        event.path("subEvent").isMissingNode() ? event.path("subEvents") : event.path("subEvent");
    for (JsonNode part : inner.isArray() ? inner : JSON.createArrayNode().add(inner)) {
      if (part.isObject() && parts.size() < 100) {
        var own = new LinkedHashMap<String, List<String>>();
        collect("", part, 0, own);
        parts.add(new PageEvent(own, List.of()));
      }
    }
    return new PageEvent(properties, parts);
  }

  private static void collect(
      String path, JsonNode node, int depth, Map<String, List<String>> properties) {
    if (depth > MAX_DEPTH || path.startsWith("subEvent") || properties.size() > MAX_VALUES) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> collect(path, child, depth + 1, properties));
    } else if (node.isObject()) {
      node.propertyStream()
          .forEach(child -> {
            String name = path.isEmpty() ? child.getKey() : path + "." + child.getKey();
            collect(name, child.getValue(), depth + 1, properties);
          });
    } else if (!node.isNull()) {
      properties.computeIfAbsent(path, _ -> new ArrayList<>()).add(node.asString());
    }
  }

  private static PageEvent ofMicrodata(Element scope, boolean withParts) {
    var properties = new LinkedHashMap<String, List<String>>();
    var parts = new ArrayList<PageEvent>();
    for (Element element : scope.select("[itemprop]")) {
      String path = path(element, scope);
      if (path == null || properties.size() > MAX_VALUES) {
        continue;
      }
      if (path.equals("subEvent")
          && element.hasAttr("itemscope")
          && withParts
          && parts.size() < 100) {
        parts.add(ofMicrodata(element, false));
      } else if (!path.startsWith("subEvent") && !element.hasAttr("itemscope")) {
        properties.computeIfAbsent(path, _ -> new ArrayList<>()).add(value(element));
      }
    }
    return new PageEvent(properties, parts);
  }

  /** The names of the scopes that an element is in, within an event; null if it is too deep. */
  private static @Nullable String path(Element element, Element scope) {
    String path = element.attr("itemprop").strip();
    int depth = 0;
    for (Element parent = element.parent();
        parent != null && parent != scope;
        parent = parent.parent()) {
      if (++depth > 60) {
        return null;
      }
      if (parent.hasAttr("itemscope")) {
        path = parent.attr("itemprop").strip() + "." + path;
      }
    }
    return path;
  }

  private static String value(Element element) {
    for (String attribute : List.of("content", "datetime")) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    if (element.normalName().equals("a") || element.normalName().equals("link")) {
      return element.attr("itemprop").equals("name") ? element.text() : element.attr("href");
    }
    return element.attr("itemprop").equals("description")
        ? String.join("\n", PageText.of(element))
        : element.text();
  }
}
