package org.doorsopen.web.body;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notes what a reader asks for as a JSON Schema, and answers with stand-ins. */
@SuppressWarnings("rawtypes") // so are the library's schemas
final class DescribedFields implements Fields {

  private final Schema<?> schema = ofType("object");
  private final BiConsumer<Class<?>, Schema<?>> definitions;

  private DescribedFields(BiConsumer<Class<?>, Schema<?>> definitions) {
    this.definitions = definitions;
  }

  /**
   * The schema of what a function reads. It is added to the definitions under the type of the
   * function's result, and so are the schemas of the objects within.
   *
   * @return a reference to it
   */
  static Schema<?> define(Function<Fields, ?> reader, BiConsumer<Class<?>, Schema<?>> definitions) {
    var fields = new DescribedFields(definitions);
    Class<?> type = reader.apply(fields).getClass();
    definitions.accept(type, fields.schema);
    return new Schema<>(SpecVersion.V31).$ref("#/components/schemas/" + type.getSimpleName());
  }

  @Override
  public String line(String name, int min, int max) {
    require(name, ofType("string").minLength(min).maxLength(max));
    return "";
  }

  @Override
  public String name(String name, int min, int max) {
    return line(name, min, max);
  }

  @Override
  public String bare(String name, int min, int max) {
    return line(name, min, max);
  }

  @Override
  public @Nullable String optionalLine(String name, int max) {
    return allow(name, ofType("string").maxLength(max));
  }

  @Override
  public @Nullable String optionalText(String name, int max) {
    return allow(name, ofType("string").maxLength(max));
  }

  @Override
  public int integer(String name, int min, int max) {
    require(name, number(min, max));
    return min;
  }

  @Override
  public @Nullable Integer optionalInteger(String name, int min, int max) {
    return allow(name, number(min, max));
  }

  @Override
  public Instant instant(String name) {
    require(name, ofType("string").format("date-time"));
    return Instant.EPOCH;
  }

  @Override
  public @Nullable Instant optionalInstant(String name) {
    return allow(name, ofType("string").format("date-time"));
  }

  @Override
  public Instant instantIn(String name, @Nullable ZoneId zone) {
    return instant(name);
  }

  @Override
  public @Nullable Instant optionalInstantIn(String name, @Nullable ZoneId zone) {
    return optionalInstant(name);
  }

  @Override
  public boolean flag(String name) {
    allow(name, ofType("boolean"));
    return false;
  }

  @Override
  public ZoneId zone(String name) {
    require(name, ofType("string").description("An IANA time zone, such as Europe/Berlin"));
    return ZoneOffset.UTC;
  }

  @Override
  public @Nullable String optionalUrl(String name) {
    return allow(name, ofType("string").format("uri").maxLength(Formats.MAX_LENGTH));
  }

  @Override
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    require(name, constants(type));
    return type.getEnumConstants()[0];
  }

  @Override
  public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
    return allow(name, constants(type));
  }

  @Override
  public <T> @Nullable T object(String name, Function<Fields, T> reader) {
    schema.addProperty(name, define(reader, definitions));
    return null;
  }

  @Override
  public <T> List<T> objects(String name, int max, Function<Fields, T> reader) {
    allow(name, list(define(reader, definitions), max));
    return List.of();
  }

  @Override
  public @Nullable Duration optionalDuration(String name) {
    return allow(name, ofType("string").format("duration"));
  }

  @Override
  public List<UUID> ids(String name, int max) {
    allow(name, list(ofType("string").format("uuid"), max));
    return List.of();
  }

  @Override
  public @Nullable List<Duration> optionalDurations(String name, int max) {
    return allow(name, list(ofType("string").format("duration"), max));
  }

  @Override
  public void ignore(String... names) {
    for (String name : names) {
      schema.addProperty(
          name,
          new Schema<>(SpecVersion.V31).readOnly(true).description("May be sent back; not read"));
    }
  }

  @Override
  public void describeFormat(String name, String format) {
    ((Schema) schema.getProperties().get(name)).setFormat(format);
  }

  @Override
  public void reject(String name, String message) {
    // Stand-ins may well be wrong.
  }

  @Override
  public boolean good(String... names) {
    return false;
  }

  private void require(String name, Schema<?> property) {
    schema.addProperty(name, property);
    schema.addRequiredItem(name);
  }

  private <T> @Nullable T allow(String name, Schema<?> property) {
    property.addType("null");
    schema.addProperty(name, property);
    return null;
  }

  private static Schema<?> ofType(String type) {
    Schema<?> schema = new Schema<>(SpecVersion.V31);
    schema.addType(type);
    return schema;
  }

  private static Schema<?> number(int min, int max) {
    return ofType("integer")
        .format("int32")
        .minimum(BigDecimal.valueOf(min))
        .maximum(BigDecimal.valueOf(max));
  }

  private static Schema<?> list(Schema<?> items, int max) {
    return ofType("array").items(items).maxItems(max);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Enum<E>> Schema<?> constants(Class<E> type) {
    Schema schema = ofType("string");
    schema.setEnum(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    return schema;
  }
}
