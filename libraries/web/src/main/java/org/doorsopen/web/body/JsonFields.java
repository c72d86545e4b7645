package org.doorsopen.web.body;

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
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.doorsopen.web.problems.BadBody;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a JSON object. Not for several threads. */
final class JsonFields implements Fields {

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

  /** Throws what is answered with 400 if the node is not an object. */
  static JsonFields of(JsonNode node) {
    if (node instanceof ObjectNode) {
      return new JsonFields(node, "", new Findings());
    }
    throw new BadBody("The body must be a JSON object: { … }.");
  }

  @Override
  public String line(String name, int min, int max) {
    return line(name, min, text(name, max, TextRules::stripped, TextRules::faultOfLine, false));
  }

  private String line(String name, int min, @Nullable String text) {
    if (text == null) {
      return required(name, null, "");
    }
    if (length(text) < min) {
      reject(name, "must have at least " + min + " characters");
    }
    return text;
  }

  @Override
  public String name(String name, int min, int max) {
    String text = line(name, min, max);
    String fault = good(name) ? NameRules.fault(text) : null;
    if (fault != null) {
      reject(name, fault);
    }
    return text;
  }

  @Override
  public String bare(String name, int min, int max) {
    return line(name, min, text(name, max, TextRules::bare, _ -> null, false));
  }

  @Override
  public @Nullable String optionalLine(String name, int max) {
    return text(name, max, TextRules::stripped, TextRules::faultOfLine, true);
  }

  @Override
  public @Nullable String optionalText(String name, int max) {
    return text(name, max, TextRules::stripped, TextRules::faultOfText, true);
  }

  @Override
  public int integer(String name, int min, int max) {
    return required(name, optionalInteger(name, min, max), min);
  }

  @Override
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

  @Override
  public Instant instant(String name) {
    return required(name, optionalInstant(name), Instant.EPOCH);
  }

  @Override
  public @Nullable Instant optionalInstant(String name) {
    return optionalInstantIn(name, null);
  }

  @Override
  public Instant instantIn(String name, @Nullable ZoneId zone) {
    return required(name, optionalInstantIn(name, zone), Instant.EPOCH);
  }

  @Override
  public @Nullable Instant optionalInstantIn(String name, @Nullable ZoneId zone) {
    return parsed(name, text -> Formats.instant(text, zone));
  }

  @Override
  public boolean flag(String name) {
    JsonNode node = node(name);
    if (node != null && !node.isBoolean()) {
      reject(name, "must be true or false, not in quotes");
      return false;
    }
    return node != null && node.booleanValue();
  }

  @Override
  public ZoneId zone(String name) {
    return required(name, parsed(name, Formats::zone), ZoneOffset.UTC);
  }

  @Override
  public @Nullable String optionalUrl(String name) {
    return parsed(name, Formats::url);
  }

  @Override
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return required(name, optionalChoice(name, type), type.getEnumConstants()[0]);
  }

  @Override
  public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
    return parsed(name, text -> Formats.constant(text, type));
  }

  @Override
  public <T> @Nullable T object(String name, Function<Fields, T> reader) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ObjectNode)) {
      return wrong(name, "must be an object: { … }");
    }
    return reader.apply(new JsonFields(node, path(name), findings));
  }

  @Override
  public List<UUID> ids(String name, int max) {
    List<@Nullable UUID> entries =
        optionalList(
            name, max, (entry, node) -> id(entry, node.isString() ? node.stringValue() : ""));
    return entries == null ? List.of() : entries.stream().filter(Objects::nonNull).toList();
  }

  private @Nullable UUID id(String entry, String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // It is named below.
    }
    return wrong(entry, "must be an id, such as 0198c2f0-6c1f-7cc3-98c4-dc0c0c07398f");
  }

  @Override
  public <T> List<T> objects(String name, int max, Function<Fields, T> reader) {
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

  @Override
  public @Nullable Duration optionalDuration(String name) {
    return parsed(name, Formats::duration);
  }

  @Override
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

  @Override
  public void ignore(String... names) {
    ignored.addAll(List.of(names));
  }

  @Override
  public void reject(String name, String message) {
    findings.reject(path(name), message);
  }

  @Override
  public boolean good(String... names) {
    return Arrays.stream(names).noneMatch(name -> findings.isRejected(path(name)));
  }

  @Override
  public void describeFormat(String name, String format) {
    // Nothing to read.
  }

  /** Throws {@link InvalidFields} if any field was rejected, here or in an object within. */
  void check() {
    findings.check();
  }

  void rejectUnknownFields() {
    for (String name : object.propertyNames()) {
      if (!known.contains(name) && !ignored.contains(name)) {
        String quoted = TextRules.quoted(name);
        // A name that shows nothing could not be found without the quotes.
        reject(
            name.isBlank() ? quoted : quoted.substring(1, quoted.length() - 1),
            "is not known here; known are " + String.join(", ", known));
      }
    }
  }

  private @Nullable String text(
      String name,
      int max,
      UnaryOperator<String> strip,
      Function<String, @Nullable String> faultOf,
      boolean optional) {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!node.isString()) {
      return wrong(name, "must be text in quotes");
    }
    String text = strip.apply(node.stringValue().replace("\r\n", "\n"));
    String fault = faultOf.apply(text);
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
    String text = text(name, Formats.MAX_LENGTH, TextRules::stripped, TextRules::faultOfLine, true);
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

  /** A field keeps its first message, so a wrong value is not called missing as well. */
  private <T> T required(String name, @Nullable T value, T standIn) {
    if (value != null) {
      return value;
    }
    reject(name, "is required");
    return standIn;
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
