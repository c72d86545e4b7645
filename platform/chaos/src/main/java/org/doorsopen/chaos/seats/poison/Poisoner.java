package org.doorsopen.chaos.seats.poison;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.fixtures.Poison;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;

/**
 * Throws a record of every kind that nobody can make sense of into every partition of every topic,
 * one after the other, until it is told to stop.
 */
public final class Poisoner implements AutoCloseable {

  private static final Duration BETWEEN_RECORDS = Duration.ofMillis(15);

  private final PlatformFacts facts;
  private final Random random;
  private final Serializer<Object> events;
  private final Map<String, AtomicInteger> thrown = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean stopped;

  private Poisoner(PlatformFacts facts, Random random) {
    this.facts = facts;
    this.random = random;
    this.events = EventSerdes.serializer(EventSerdes.registry(facts.registry().toString()));
    this.thread = Thread.ofVirtual().name("poison").unstarted(this::poison);
  }

  /** A poisoner that begins to write at once. */
  public static Poisoner on(PlatformFacts facts, Random random) {
    Poisoner poisoner = new Poisoner(facts, random);
    poisoner.thread.start();
    return poisoner;
  }

  /** How many records each topic got that Kafka has acknowledged. */
  public Map<String, Integer> thrown() {
    Map<String, Integer> counts = new HashMap<>();
    thrown.forEach((topic, count) -> counts.put(topic, count.get()));
    return counts;
  }

  private void poison() {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            facts.kafka().settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      List<String> topics =
          Stream.of(Topics.ofRsvpService(), Topics.ofScheduleService())
              .flatMap(Set::stream)
              .sorted()
              .toList();
      for (int round = 0; !stopped; round++) {
        for (String topic : topics) {
          throwInto(topic, round, producer);
          Thread.sleep(BETWEEN_RECORDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void throwInto(String topic, int round, KafkaProducer<byte[], byte[]> producer) {
    List<Poison> kinds = Poison.of(topic, events);
    int partitions = producer.partitionsFor(topic).size();
    Poison poison = kinds.get(random.nextInt(kinds.size()));
    producer.send(
        new ProducerRecord<>(topic, round % partitions, poison.key(), poison.value()),
        (_, failure) -> {
          if (failure == null) {
            thrown.computeIfAbsent(topic, _ -> new AtomicInteger()).incrementAndGet();
          }
        });
  }

  /** Returns when no more records are thrown, and Kafka has acknowledged all that were. */
  @Override
  public void close() {
    stopped = true;
    try {
      thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
