package org.doorsopen.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import org.apache.avro.Schema;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the schemas of all events with their compatibility. Every service does this when it
 * starts; a schema that is registered is left alone.
 */
public final class SchemaContract {

  /** Readers and writers of any two releases understand each other. */
  static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final Logger log = LoggerFactory.getLogger(SchemaContract.class);

  /** Bad Gateway, Service Unavailable, Gateway Timeout. */
  private static final Set<Integer> BEHIND_A_PROXY = Set.of(502, 503, 504);

  private static final Duration PAUSE_BETWEEN_CALLS = Duration.ofMillis(500);
  private static final Duration PAUSE_OF_COMPETITORS = Duration.ofMillis(50);

  private final SchemaRegistryClient registry;

  public SchemaContract(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Returns when the registry has all schemas.
   *
   * @throws IllegalStateException if it did not answer within the time, if a schema breaks with an
   *     earlier one, or if nobody vouches for the registry; says which
   */
  public void establish(TimeLimit limit) {
    EventTypes.BY_TOPIC.forEach(
        (topic, schemas) -> schemas.forEach(schema -> register(topic, schema, limit)));
  }

  /**
   * A registry that is slow, or not there yet, is given the whole time, also where a proxy in front
   * of it says so. A refusal is final, and so is a certificate that is not good.
   */
  private void register(String topic, Schema schema, TimeLimit limit) {
    String subject = topic + "-" + schema.getFullName();
    limit.retry(
        () -> {
          ask(subject, () -> registry.register(subject, new AvroSchema(schema)));
          return requireCompatibility(subject, limit);
        },
        failure -> {
          if (isRefusal(failure) && !isOfAProxy(failure) || isForeign(failure.getCause())) {
            return false;
          }
          log.warn("{}; trying again", failure.getMessage());
          return true;
        },
        PAUSE_BETWEEN_CALLS);
  }

  /**
   * Services that start at once on a fresh registry get in each other's way here: the slower one is
   * refused, as the rule exists by now. Asked again, the registry agrees.
   */
  private String requireCompatibility(String subject, TimeLimit limit) {
    return limit.retry(
        () -> ask(subject, () -> registry.updateCompatibility(subject, COMPATIBILITY)),
        SchemaContract::isRefusal,
        PAUSE_OF_COMPETITORS);
  }

  private static boolean isRefusal(RuntimeException failure) {
    return failure.getCause() instanceof RestClientException;
  }

  private static boolean isOfAProxy(RuntimeException failure) {
    return failure.getCause() instanceof RestClientException answer
        && BEHIND_A_PROXY.contains(answer.getStatus());
  }

  /** Whether a server answered whose certificate is none of the registry's. */
  private static boolean isForeign(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof CertificateException || isForeign(failure.getCause()));
  }

  private static <T> T ask(String subject, Question<T> question) {
    try {
      return question.put();
    } catch (RestClientException | IOException e) {
      if (isForeign(e)) {
        throw new IllegalStateException(
            "The certificate of the schema registry is not good, by DOORS_REGISTRY_AUTHORITIES or"
                + " by the authorities that Java knows: "
                + e.getMessage(),
            e);
      }
      throw new IllegalStateException(
          "The schema registry did not take " + subject + ": " + e.getMessage(), e);
    }
  }

  private interface Question<T> {
    T put() throws RestClientException, IOException;
  }
}
