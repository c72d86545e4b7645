package org.doorsopen.chaos.inputs;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes bodies out of a schema: most of them an object, some of them nothing of the kind. */
final class Bodies {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode description;
  private final Draw draw;

  /**
   * @param description of the service, which has the schemas that others refer to
   */
  Bodies(JsonNode description, Draw draw) {
    this.description = description;
    this.draw = draw;
  }

  byte[] of(JsonNode schema) {
    return switch (draw.below(20)) {
      case 0 -> new byte[0];
      case 1 -> "{".getBytes(UTF_8);
      case 2 -> new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'};
      case 3 -> "[".repeat(2_000).getBytes(UTF_8);
      case 4 -> "{\"name\":1,\"name\":2}".getBytes(UTF_8);
      case 5 -> text(value(schema, 0)).getBytes(UTF_16);
      case 6 -> (text(value(schema, 0)) + " x").getBytes(UTF_8);
      case 7 -> text(JSON.stringNode(draw.text())).getBytes(UTF_8);
      case 8 -> "{\"guests\":1e%s7}".formatted(draw.oneIn(2) ? "-" : "7777777777").getBytes(UTF_8);
      case 9 -> "{\"%s\":[]}".formatted("a".repeat(3_000)).getBytes(UTF_8);
      default -> text(value(schema, 0)).getBytes(UTF_8);
    };
  }

  private static String text(JsonNode value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  private JsonNode value(JsonNode unresolved, int depth) {
    JsonNode schema = Route.resolved(unresolved, description);
    if (draw.oneIn(25)) {
      return oddity();
    }
    if (schema.path("enum").isArray()) {
      return draw.oneIn(4)
          ? JSON.stringNode(draw.text())
          : schema.path("enum").get(draw.below(schema.path("enum").size()));
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer", "number" ->
          JSON.numberNode(
              draw.number(schema.path("minimum").asLong(0), schema.path("maximum").asLong(1_000)));
      case "boolean" -> JSON.booleanNode(draw.oneIn(2));
      default -> JSON.stringNode(string(schema));
    };
  }

  /** Of several, which may include null, one. */
  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray() && !type.isEmpty()) {
      return type.get(draw.below(type.size())).asString();
    }
    return type.asString(schema.has("properties") ? "object" : "string");
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    for (String name : schema.path("properties").propertyNames()) {
      boolean isLeftOut = depth > 5 || draw.oneIn(isRequired(schema, name) ? 12 : 3);
      if (!isLeftOut) {
        object.set(name, named(name, schema.path("properties").path(name), depth));
      }
    }
    if (draw.oneIn(15)) {
      object.set(draw.text(), oddity());
    }
    return object;
  }

  private JsonNode named(String name, JsonNode schema, int depth) {
    return name.equals("timeZone") ? JSON.stringNode(draw.zone()) : value(schema, depth + 1);
  }

  private static boolean isRequired(JsonNode schema, String name) {
    return schema.path("required").valueStream().anyMatch(some -> some.asString().equals(name));
  }

  private JsonNode array(JsonNode schema, int depth) {
    var items = new ArrayList<JsonNode>();
    int size = draw.oneIn(20) ? 300 : draw.below(4);
    for (int i = 0; i < size; i++) {
      items.add(value(schema.path("items"), depth + 1));
    }
    return JSON.arrayNode().addAll(items);
  }

  private String string(JsonNode schema) {
    return switch (schema.path("format").asString("")) {
      case "date-time" -> draw.time();
      case "email" -> draw.address();
      case "uri" -> draw.url();
      case "duration" -> draw.of(List.of("PT24H", "PT2H", "P1D", "PT0.5S", "-PT1H", "1 day"));
      default -> draw.text();
    };
  }

  private JsonNode oddity() {
    return switch (draw.below(6)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(true);
      case 2 -> JSON.numberNode(1.5);
      case 3 -> JSON.arrayNode();
      case 4 -> JSON.objectNode();
      default -> JSON.stringNode(draw.text());
    };
  }
}
