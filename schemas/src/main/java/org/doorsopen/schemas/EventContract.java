package org.doorsopen.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what the services agreed upon exist: the topics with their settings, the schemas with their
 * compatibility. Every service does this when it starts; what exists already is left alone.
 */
public final class EventContract {

  /** Readers and writers of any two releases understand each other. */
  static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final Logger log = LoggerFactory.getLogger(EventContract.class);

  private final Admin admin;
  private final SchemaRegistryClient registry;
  private final TopicSettings settings;

  public EventContract(Admin admin, SchemaRegistryClient registry, TopicSettings settings) {
    this.admin = admin;
    this.registry = registry;
    this.settings = settings;
  }

  /**
   * Returns when topics and schemas are there.
   *
   * @throws IllegalStateException if Kafka or the registry did not play along within the time, if
   *     topics that share their partitions have different numbers of them, or if a schema breaks
   *     with an earlier one; says which
   */
  public void establish(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      for (NewTopic topic : Topics.definitions(settings)) {
        create(topic, deadline);
      }
      requireSamePartitions(deadline);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "Kafka did not create or describe the topics: " + rootMessage(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the topics were created", e);
    }
    EventTypes.BY_TOPIC.forEach(
        (topic, schemas) -> schemas.forEach(schema -> register(topic, schema, deadline)));
  }

  private void create(NewTopic topic, long deadline)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      await(admin.createTopics(List.of(topic)).all(), deadline);
      log.info("Created topic {} with {} partitions", topic.name(), topic.numPartitions());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private void requireSamePartitions(long deadline)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, Integer> partitions =
        describe(Topics.CO_PARTITIONED, deadline).values().stream()
            .collect(Collectors.toMap(TopicDescription::name, t -> t.partitions().size()));
    if (partitions.values().stream().distinct().count() > 1) {
      throw new IllegalStateException(
          "Topics that keep a meetup in the same partition differ in their number: " + partitions);
    }
  }

  /** A topic that was just created is not known to every part of the broker at once. */
  private Map<String, TopicDescription> describe(List<String> topics, long deadline)
      throws ExecutionException, InterruptedException, TimeoutException {
    while (true) {
      try {
        return await(admin.describeTopics(topics).allTopicNames(), deadline);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  /** A registry that is slow, or not there yet, is given until the deadline; a refusal is final. */
  private void register(String topic, Schema schema, long deadline) {
    String subject = topic + "-" + schema.getFullName();
    while (true) {
      try {
        registry.register(subject, new AvroSchema(schema));
        requireCompatibility(subject, deadline);
        return;
      } catch (RestClientException | IOException e) {
        if (e instanceof RestClientException || System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "The schema registry did not take " + subject + ": " + e.getMessage(), e);
        }
        log.warn("The schema registry does not answer for {}, trying again", subject);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      }
    }
  }

  /**
   * Services that start at once on a fresh registry get in each other's way here: the slower one is
   * refused, as the rule exists by now. Asked again, the registry agrees.
   */
  private void requireCompatibility(String subject, long deadline)
      throws RestClientException, IOException {
    while (true) {
      try {
        registry.updateCompatibility(subject, COMPATIBILITY);
        return;
      } catch (RestClientException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  private static <T> T await(KafkaFuture<T> future, long deadline)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  private static String rootMessage(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
