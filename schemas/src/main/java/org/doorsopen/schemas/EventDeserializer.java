package org.doorsopen.schemas;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.doorsopen.schemas.events.RsvpRequested;
import org.jspecify.annotations.Nullable;

/**
 * Reads events: as the generated class for the types that this build knows, as a {@code
 * GenericRecord} for types that came later (to be ignored), as null for a tombstone.
 *
 * <p>Failures are told apart by their cause. {@link UndecodableEventException}: the bytes are wrong
 * and always will be. {@link RegistryUnavailableException}: nobody knows yet, so ask again.
 */
final class EventDeserializer implements Deserializer<Object> {

  private static final byte MAGIC = 0;
  private static final int HEADER_BYTES = 5;
  private static final int NOT_FOUND = 404;

  private final SchemaRegistryClient registry;
  private final KafkaAvroDeserializer specific;
  private final KafkaAvroDeserializer generic;

  EventDeserializer(SchemaRegistryClient registry, Map<String, Object> settings) {
    this.registry = registry;
    this.specific = reader(registry, settings, true);
    this.generic = reader(registry, settings, false);
  }

  private static KafkaAvroDeserializer reader(
      SchemaRegistryClient registry, Map<String, Object> settings, boolean specific) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("specific.avro.reader", specific);
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(registry);
    deserializer.configure(all, false);
    return deserializer;
  }

  @Override
  public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    String type = recordTypeOf(bytes);
    try {
      return (EventTypes.knows(type) ? specific : generic).deserialize(topic, bytes);
    } catch (SerializationException | IllegalArgumentException e) {
      throw new UndecodableEventException("Bytes do not fit the schema of " + type, e);
    }
  }

  private String recordTypeOf(byte[] bytes) {
    if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
      throw new UndecodableEventException("No schema id in front of the bytes", null);
    }
    int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    if (id < 1) {
      throw new UndecodableEventException("No schema has the id " + id, null);
    }
    try {
      return registry.getSchemaById(id).name();
    } catch (RestClientException e) {
      if (isNotFound(e) && registryHasOurSchemas()) {
        throw new UndecodableEventException("No schema has the id " + id, e);
      }
      throw new RegistryUnavailableException("The registry refused schema id " + id, e);
    } catch (IOException e) {
      throw new RegistryUnavailableException("The registry did not answer for schema id " + id, e);
    }
  }

  /** Registries differ in the code that follows the status. */
  private static boolean isNotFound(RestClientException e) {
    return e.getStatus() == NOT_FOUND || e.getErrorCode() / 100 == NOT_FOUND;
  }

  /** A registry that lost its data says "not found" to every id; that is no fault of the bytes. */
  private boolean registryHasOurSchemas() {
    try {
      String subject = Topics.RSVPS + "-" + RsvpRequested.getClassSchema().getFullName();
      return !registry.getAllVersions(subject).isEmpty();
    } catch (RestClientException | IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    specific.close();
    generic.close();
  }
}
