package org.doorsopen.web;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one JSON object, read by name. A wrong field is noted and a stand-in returned, so
 * that reading goes on to the next; {@link #check()} at the end throws {@link InvalidFields} with
 * every wrong field, and with every field that nobody asked for. Nothing that was read may be used
 * before that.
 *
 * <p>A controller takes it as {@code @RequestBody JsonFields body}. A field that is {@code null} is
 * the same as a missing one; so is an optional text that is blank. Not for several threads.
 */
public final class JsonFields {

  private final JsonNode object;
  private final String path;
  private final Findings findings;
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> ignored = new HashSet<>();

  private JsonFields(JsonNode object, String path, Findings findings) {
    this.object = object;
    this.path = path;
    this.findings = findings;
    findings.read(this);
  }

  /** Throws what is answered as 400 if the node is not an object. */
  public static JsonFields of(JsonNode node) {
    if (node instanceof ObjectNode) {
      return new JsonFields(node, "", new Findings());
    }
    throw new BadBody("The body must be a JSON object: { … }.");
  }

  /**
   * A required text on one line, without surrounding space.
   *
   * @param max in code points
   */
  public String line(String name, int min, int max) {
    String text = text(name, max, true, false);
    if (text == null) {
      require(name);
      return "";
    }
    if (length(text) < min) {
      reject(name, "must have at least " + min + " characters");
    }
    return text;
  }

  /** A text on one line, without surrounding space; null if it is missing or blank. */
  public @Nullable String optionalLine(String name, int max) {
    return text(name, max, true, true);
  }

  /** A text of any number of lines, which end in line feeds; null if it is missing or blank. */
  public @Nullable String optionalText(String name, int max) {
    return text(name, max, false, true);
  }

  /** A required whole number, both bounds included. */
  public int integer(String name, int min, int max) {
    Integer number = optionalInteger(name, min, max);
    if (number == null) {
      require(name);
      return min;
    }
    return number;
  }

  /** A whole number, both bounds included; null if it is missing. */
  public @Nullable Integer optionalInteger(String name, int min, int max) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!node.isIntegralNumber()) {
      String form = node.isNumber() ? ", without a fraction or exponent" : ", not in quotes";
      return wrong(
          name,
          "must be a whole number from %d to %d%s"
              .formatted(min, max, node.isNumber() || node.isString() ? form : ""));
    }
    BigInteger number = node.bigIntegerValue();
    if (number.compareTo(BigInteger.valueOf(min)) < 0
        || number.compareTo(BigInteger.valueOf(max)) > 0) {
      return wrong(name, "must be from %d to %d".formatted(min, max));
    }
    return number.intValueExact();
  }

  /** A required point in time, as {@link #optionalInstant}. */
  public Instant instant(String name) {
    Instant instant = optionalInstant(name);
    if (instant == null) {
      require(name);
      return Instant.EPOCH;
    }
    return instant;
  }

  /**
   * A point in time in the years 2000 to 2199, given in ISO 8601 with an offset or Z, cut to whole
   * milliseconds; null if it is missing.
   */
  public @Nullable Instant optionalInstant(String name) {
    return parsed(name, Formats::instant);
  }

  /** A required IANA zone by its name in the database; offsets such as +01:00 are refused. */
  public ZoneId zone(String name) {
    ZoneId zone = parsed(name, Formats::zone);
    if (zone == null) {
      require(name);
      return ZoneOffset.UTC;
    }
    return zone;
  }

  /** An absolute http or https address of at most 2,000 characters; null if missing or blank. */
  public @Nullable String optionalUrl(String name) {
    return parsed(name, Formats::url);
  }

  /** A required constant of an enum by its exact name. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    E choice = optionalChoice(name, type);
    if (choice == null) {
      require(name);
      return type.getEnumConstants()[0];
    }
    return choice;
  }

  /** A constant of an enum by its exact name; null if it is missing. */
  public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
    return parsed(name, text -> Formats.constant(text, type));
  }

  /** An object; null if it is missing. Its fields' paths begin with the name and a dot. */
  public <T> @Nullable T object(String name, Function<JsonFields, T> reader) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ObjectNode)) {
      return wrong(name, "must be an object: { … }");
    }
    return reader.apply(new JsonFields(node, path(name), findings));
  }

  /** A list of objects in the sender's order; empty if it is missing. */
  public <T> List<T> objects(String name, int max, Function<JsonFields, T> reader) {
    List<@Nullable T> entries =
        optionalList(
            name,
            max,
            (entry, node) ->
                node instanceof ObjectNode
                    ? reader.apply(new JsonFields(node, path(entry), findings))
                    : wrong(entry, "must be an object: { … }"));
    return entries == null ? List.of() : entries.stream().filter(Objects::nonNull).toList();
  }

  /**
   * A list of durations in ISO 8601, a day being 24 hours, of whole seconds, in the sender's order;
   * null if it is missing. A wrong entry stands there as zero.
   */
  public @Nullable List<Duration> optionalDurations(String name, int max) {
    return optionalList(
        name,
        max,
        (entry, node) ->
            switch (Formats.duration(node.isString() ? node.stringValue() : "")) {
              case Formats.Parsed.Good<Duration>(var duration) -> duration;
              case Formats.Parsed.Wrong<Duration>(var message) -> {
                reject(entry, message);
                yield Duration.ZERO;
              }
            });
  }

  /** Fields that may be there and are not read: what a client sends back as it got it. */
  public void ignore(String... names) {
    ignored.addAll(List.of(names));
  }

  /** Notes a wrong field of this object; a field keeps the first message that it was given. */
  public void reject(String name, String message) {
    findings.reject(path(name), message);
  }

  /** Whether none of these fields of this object was rejected so far. */
  public boolean good(String... names) {
    return Arrays.stream(names).noneMatch(name -> findings.isRejected(path(name)));
  }

  /** Throws {@link InvalidFields} if any field was rejected, here or in an object within. */
  public void check() {
    findings.check();
  }

  void rejectUnknownFields() {
    for (String name : object.propertyNames()) {
      if (!known.contains(name) && !ignored.contains(name)) {
        String shown = TextRules.quoted(name);
        reject(
            shown.substring(1, shown.length() - 1),
            "is not known here; known are " + String.join(", ", known));
      }
    }
  }

  private @Nullable String text(String name, int max, boolean line, boolean optional) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!node.isString()) {
      return wrong(name, "must be text in quotes");
    }
    String text = node.stringValue().replace("\r\n", "\n").strip();
    String fault = line ? TextRules.faultOfLine(text) : TextRules.faultOfText(text);
    if (fault != null) {
      return wrong(name, fault);
    }
    if (TextRules.isBlank(text)) {
      return optional ? null : wrong(name, "must not be blank");
    }
    if (length(text) > max) {
      return wrong(name, "must have at most %d characters, not %d".formatted(max, length(text)));
    }
    return text;
  }

  /** The reader is given the entry's name, to reject it by. */
  private <T extends @Nullable Object> @Nullable List<T> optionalList(
      String name, int max, BiFunction<String, JsonNode, T> reader) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!node.isArray()) {
      return wrong(name, "must be a list: [ … ]");
    }
    if (node.size() > max) {
      return wrong(name, "must have at most %d entries, not %d".formatted(max, node.size()));
    }
    var read = new ArrayList<T>(node.size());
    for (int i = 0; i < node.size(); i++) {
      read.add(reader.apply(name + "[" + i + "]", node.get(i)));
    }
    return read;
  }

  private <T> @Nullable T parsed(String name, Function<String, Formats.Parsed<T>> format) {
    String text = text(name, 2_000, true, true);
    if (text == null) {
      return null;
    }
    return switch (format.apply(text)) {
      case Formats.Parsed.Good<T>(var value) -> value;
      case Formats.Parsed.Wrong<T>(var message) -> wrong(name, message);
    };
  }

  private @Nullable JsonNode node(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull()).orElse(null);
  }

  private void require(String name) {
    reject(name, "is required");
  }

  private <T> @Nullable T wrong(String name, String message) {
    reject(name, message);
    return null;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
