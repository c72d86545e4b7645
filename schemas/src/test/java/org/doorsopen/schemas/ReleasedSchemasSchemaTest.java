package org.doorsopen.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FULL_TRANSITIVE compatibility: each schema reads what each release wrote and the other way round.
 * To release a change, add the next number to the folder of the event.
 */
class ReleasedSchemasSchemaTest {

  private static final SchemaValidator BOTH_WAYS =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  static List<Schema> events() {
    return EventTypes.BY_TOPIC.values().stream().flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @MethodSource("events")
  void readsAndIsReadByEveryRelease(Schema event) throws SchemaValidationException {
    BOTH_WAYS.validate(event, releasesOf(event).reversed());
  }

  @ParameterizedTest
  @MethodSource("events")
  void isTheLatestRelease(Schema event) {
    assertThat(releasesOf(event).getLast())
        .as("a changed event is released as a new number under released/%s", event.getName())
        .isEqualTo(withoutNotesForJava(event));
  }

  @ParameterizedTest
  @MethodSource("events")
  void givesEveryEnumADefaultSoThatNewSymbolsCanBeRead(Schema event) {
    assertThat(enumsIn(event)).allSatisfy(e -> assertThat(e.getEnumDefault()).isNotNull());
  }

  @Test
  void refusesAFieldThatIsRenamed() {
    Schema event = schemaOf("RsvpRequested");
    Schema renamed =
        new Schema.Parser().parse(event.toString().replace("\"guests\"", "\"people\""));

    assertThatExceptionOfType(SchemaValidationException.class)
        .isThrownBy(() -> BOTH_WAYS.validate(renamed, releasesOf(event)));
  }

  private static Schema withoutNotesForJava(Schema schema) {
    return AvroSchemaUtils.getSchema(new GenericData.Record(schema), false, false, true);
  }

  private static Schema schemaOf(String name) {
    return events().stream().filter(s -> s.getName().equals(name)).findFirst().orElseThrow();
  }

  private static Stream<Schema> enumsIn(Schema schema) {
    return switch (schema.getType()) {
      case ENUM -> Stream.of(schema);
      case RECORD -> schema.getFields().stream().flatMap(field -> enumsIn(field.schema()));
      case ARRAY -> enumsIn(schema.getElementType());
      case UNION -> schema.getTypes().stream().flatMap(ReleasedSchemasSchemaTest::enumsIn);
      default -> Stream.empty();
    };
  }

  /** Oldest first. */
  private static List<Schema> releasesOf(Schema event) {
    URL folder = ReleasedSchemasSchemaTest.class.getResource("/released/" + event.getName());
    assertThat(folder).as("releases of %s", event.getName()).isNotNull();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files
          .sorted(Comparator.comparing(ReleasedSchemasSchemaTest::number))
          .map(ReleasedSchemasSchemaTest::parse)
          .toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replace(".avsc", ""));
  }

  private static Schema parse(Path file) {
    try {
      return new Schema.Parser().parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
