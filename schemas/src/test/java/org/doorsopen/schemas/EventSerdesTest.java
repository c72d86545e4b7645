package org.doorsopen.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.doorsopen.schemas.events.CancelledBy;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventSerdesTest {

  private final SchemaRegistryClient registry =
      new MockSchemaRegistryClient(List.of(new AvroSchemaProvider()));

  @BeforeEach
  void registerTheContract() {
    EventTypes.BY_TOPIC.forEach((topic, schemas) -> schemas.forEach(s -> register(topic, s)));
  }

  @Test
  void bringsAnEventBackAsItsGeneratedClass() {
    RsvpRequested event = anRsvp();

    assertThat(read(write(event))).isEqualTo(event);
  }

  @Test
  void bringsATombstoneBackAsNull() {
    assertThat(read(null)).isNull();
  }

  @Test
  void handsOutATypeThatCameLaterAsAGenericRecord() {
    Schema later =
        SchemaBuilder.record("CheckedIn")
            .namespace("org.doorsopen.schemas.events")
            .fields()
            .requiredString("rsvpId")
            .endRecord();
    register(Topics.RSVPS, later);
    GenericRecord event = new GenericData.Record(later);
    event.put("rsvpId", "r1");

    assertThat(read(write(event)))
        .isInstanceOfSatisfying(
            GenericRecord.class, r -> assertThat(r.get("rsvpId")).hasToString("r1"));
  }

  @Test
  void readsAnEnumSymbolThatCameLaterAsUnknown() {
    Schema later =
        new Schema.Parser()
            .parse(
                RsvpCancelled.getClassSchema()
                    .toString()
                    .replace("\"ERASURE\"", "\"ERASURE\",\"ROBOT\""));
    register(Topics.RSVPS, later);
    Schema cancelledBy = later.getField("cancelledBy").schema();
    GenericRecord event =
        new GenericRecordBuilder(later)
            .set("rsvpId", "r1")
            .set("meetupId", "m1")
            .set("cancelledAt", 0L)
            .set("cancelledBy", new GenericData.EnumSymbol(cancelledBy, "ROBOT"))
            .build();

    assertThat(read(write(event)))
        .isInstanceOfSatisfying(
            RsvpCancelled.class,
            r -> assertThat(r.getCancelledBy()).isEqualTo(CancelledBy.UNKNOWN));
  }

  @Test
  void refusesToWriteATypeThatTheContractDoesNotHave() {
    Schema foreign = SchemaBuilder.record("Foreign").fields().endRecord();

    assertThatExceptionOfType(SerializationException.class)
        .isThrownBy(() -> write(new GenericData.Record(foreign)));
  }

  @Test
  void callsTextThatIsNoAvroUndecodable() {
    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(() -> read("{\"rsvpId\":1}".getBytes(UTF_8)));
  }

  @Test
  void callsAnEventThatIsCutShortUndecodable() {
    byte[] whole = write(anRsvp());

    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 12)));
  }

  @Test
  void callsARegistryThatDoesNotAnswerUnavailable() {
    SchemaRegistryClient nobody = EventSerdes.registry("http://127.0.0.1:1");
    byte[] bytes = ByteBuffer.allocate(5).put((byte) 0).putInt(7).array();

    assertThatExceptionOfType(RegistryUnavailableException.class)
        .isThrownBy(() -> {
          try (var deserializer = EventSerdes.deserializer(nobody)) {
            deserializer.deserialize(Topics.RSVPS, bytes);
          }
        });
  }

  private static RsvpRequested anRsvp() {
    return new RsvpRequested("r1", "m1", "a1", 2, Instant.parse("2026-03-01T17:00:00Z"));
  }

  private byte[] write(Object event) {
    try (var serializer = EventSerdes.serializer(registry)) {
      return serializer.serialize(Topics.RSVPS, event);
    }
  }

  private Object read(byte[] bytes) {
    try (var deserializer = EventSerdes.deserializer(registry)) {
      return deserializer.deserialize(Topics.RSVPS, bytes);
    }
  }

  private void register(String topic, Schema schema) {
    try {
      registry.register(topic + "-" + schema.getFullName(), new AvroSchema(schema));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
