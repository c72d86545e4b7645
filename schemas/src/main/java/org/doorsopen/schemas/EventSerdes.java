package org.doorsopen.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.schemas.events.RsvpRequested;
import org.jspecify.annotations.Nullable;

/** The one way in which events become bytes and come back: Avro in Confluent's wire format. */
public final class EventSerdes {

  private static final String TLS = "schema.registry.ssl.";
  private static final String BEARER = "bearer:";
  private static final int MAX_SCHEMAS = 1_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  static {
    // Avro makes objects only of classes that it was told to trust, since 1.12.2.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            type -> type.getPackage() == RsvpRequested.class.getPackage()));
  }

  private EventSerdes() {}

  /**
   * A client that remembers what it has seen: once an event type went through, the registry is not
   * asked again. It gives up on a connection or an answer after three seconds.
   *
   * @param url the base URL of a registry that speaks Confluent's API. A login in it, {@code
   *     user:password@} or {@code bearer:token@}, goes into a header of each request.
   */
  public static SchemaRegistryClient registry(String url) {
    return registry(url, null);
  }

  /**
   * As {@link #registry(String)}.
   *
   * @param authorities a PEM file with those whose certificates are good where the URL is https;
   *     null for those that Java knows
   * @throws IllegalArgumentException if the file has no certificates
   */
  public static SchemaRegistryClient registry(String url, @Nullable Path authorities) {
    String timeout = Long.toString(TIMEOUT.toMillis());
    String login = Objects.requireNonNullElse(URI.create(url).getUserInfo(), "");
    Map<String, String> settings = new HashMap<>();
    settings.put("http.connect.timeout.ms", timeout);
    settings.put("http.read.timeout.ms", timeout);
    // Unless told so, the client takes a good certificate that has anybody's name.
    settings.put(TLS + "endpoint.identification.algorithm", "https");
    if (authorities != null) {
      settings.put(TLS + "truststore.type", "PEM");
      settings.put(TLS + "truststore.location", authorities.toString());
    }
    try {
      return new RememberingRegistryClient(
          url.replaceFirst("//[^/]*@", "//"),
          MAX_SCHEMAS,
          List.of(new AvroSchemaProvider()),
          settings,
          login.isEmpty() ? Map.of() : Map.of("Authorization", authorization(login)));
    } catch (RuntimeException e) {
      if (authorities == null) {
        throw e;
      }
      // The client reads the file at once, and everything else only when it is asked.
      throw new IllegalArgumentException(
          "%s has no certificates that can be read".formatted(authorities), e);
    }
  }

  private static String authorization(String login) {
    return login.startsWith(BEARER)
        ? "Bearer " + login.substring(BEARER.length())
        : "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes events whose schema {@link SchemaContract} has registered; it never registers one by
   * itself.
   */
  public static Serializer<Object> serializer(SchemaRegistryClient registry) {
    KafkaAvroSerializer serializer = new KafkaAvroSerializer(registry);
    serializer.configure(settings(), false);
    return serializer;
  }

  /** See {@link EventDeserializer}. */
  public static Deserializer<Object> deserializer(SchemaRegistryClient registry) {
    return new EventDeserializer(registry, settings());
  }

  /**
   * The same, but bytes that nobody can read are an {@link UnreadableEvent}, so that those behind
   * them are read. Fails only while the registry does not tell what the bytes are.
   */
  public static Deserializer<Object> tolerantDeserializer(SchemaRegistryClient registry) {
    Deserializer<Object> strict = deserializer(registry);
    return new Deserializer<>() {
      @Override
      public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
        try {
          return strict.deserialize(topic, bytes);
        } catch (UndecodableEventException e) {
          return new UnreadableEvent(String.valueOf(e.getMessage()));
        }
      }

      @Override
      public void close() {
        strict.close();
      }
    };
  }

  /** Both in one, for Kafka Streams. */
  public static Serde<Object> serde(SchemaRegistryClient registry) {
    return Serdes.serdeFrom(serializer(registry), deserializer(registry));
  }

  private static Map<String, Object> settings() {
    return Map.of(
        // Both insist on a URL, though the client that they are given is the one that they use.
        "schema.registry.url",
        "http://unused",
        "auto.register.schemas",
        false,
        "value.subject.name.strategy",
        TopicRecordNameStrategy.class.getName());
  }
}
