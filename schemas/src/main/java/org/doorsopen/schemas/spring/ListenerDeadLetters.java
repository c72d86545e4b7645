package org.doorsopen.schemas.spring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.UnreadableEvent;
import org.doorsopen.schemas.deadletters.DeadLetters;
import org.doorsopen.schemas.deadletters.EventSense;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Sets records aside that a listener cannot make sense of, before the listener sees them: it gets
 * an {@link UnreadableEvent} in their place and passes over it. The record is read once more as
 * bytes, so that exactly what stands in the topic is kept.
 *
 * <p>While Kafka does not take a dead letter, nothing of its partition goes on.
 */
public final class ListenerDeadLetters
    implements RecordInterceptor<Object, Object>, BatchInterceptor<Object, Object>, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(ListenerDeadLetters.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MAX_REMEMBERED = 10_000;

  private final ConsumerFactory<?, ?> consumers;
  private final ProducerFactory<?, ?> producers;
  private final MeterRegistry meters;
  private final Map<String, DeadLetterCounters> counters = new ConcurrentHashMap<>();

  /**
   * The records that were set aside lately: a batch that comes again, as its database is away, says
   * it once.
   */
  private final Map<String, Boolean> done =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  private @Nullable KafkaConsumer<byte[], byte[]> raw;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  ListenerDeadLetters(
      ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, MeterRegistry meters) {
    this.consumers = consumers;
    this.producers = producers;
    this.meters = meters;
  }

  @Override
  public ConsumerRecord<Object, Object> intercept(
      ConsumerRecord<Object, Object> read, Consumer<Object, Object> consumer) {
    return checked(read, consumer);
  }

  @Override
  public ConsumerRecords<Object, Object> intercept(
      ConsumerRecords<Object, Object> batch, Consumer<Object, Object> consumer) {
    Map<TopicPartition, List<ConsumerRecord<Object, Object>>> checked = new HashMap<>();
    boolean same = true;
    for (TopicPartition partition : batch.partitions()) {
      List<ConsumerRecord<Object, Object>> records = new ArrayList<>();
      for (ConsumerRecord<Object, Object> read : batch.records(partition)) {
        ConsumerRecord<Object, Object> each = checked(read, consumer);
        same = same && each == read;
        records.add(each);
      }
      checked.put(partition, records);
    }
    Map<TopicPartition, OffsetAndMetadata> next = batch.nextOffsets();
    return same ? batch : new ConsumerRecords<>(checked, next);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // all our keys are texts
  private ConsumerRecord<Object, Object> checked(
      ConsumerRecord<Object, Object> read, Consumer<Object, Object> consumer) {
    ConsumerRecord<Object, Object> checked =
        (ConsumerRecord) EventSense.checked((ConsumerRecord) read);
    if (checked.value() instanceof UnreadableEvent(String reason)) {
      setAside(read, consumer.groupMetadata().groupId(), reason);
    }
    return checked;
  }

  /**
   * Returns when Kafka has the dead letter; does nothing if it was set aside for that reader
   * before.
   *
   * @param reader the consumer group
   * @param reason repeats nothing of the contents
   */
  public synchronized void setAside(ConsumerRecord<?, ?> read, String reader, String reason) {
    String origin = DeadLetters.origin(read.topic(), read.partition(), read.offset());
    if (done.containsKey(reader + " " + origin)) {
      return;
    }
    ConsumerRecord<byte[], byte[]> bytes = bytesOf(read);
    String deadLetters = Topics.deadLettersOf(read.topic());
    KafkaAnswers.await(
        producer()
            .send(
                new ProducerRecord<>(
                    deadLetters,
                    null,
                    bytes.key(),
                    bytes.value(),
                    DeadLetters.headers(bytes.headers(), origin, reader, reason, Instant.now()))),
        LIMIT,
        e -> new IllegalStateException("Kafka does not take a dead letter", e));
    done.put(reader + " " + origin, true);
    countersOf(reader).setAside(read.topic());
    log.error(
        "{} cannot be read by {} and is set aside in {}: {}. See ./doors dead-letters",
        origin,
        reader,
        deadLetters,
        reason);
  }

  /** Has counters from the start for a listener. */
  void expect(String reader, String... topics) {
    counters.put(reader, new DeadLetterCounters(meters, reader, topics));
  }

  private DeadLetterCounters countersOf(String reader) {
    return counters.computeIfAbsent(reader, name -> new DeadLetterCounters(meters, name));
  }

  private ConsumerRecord<byte[], byte[]> bytesOf(ConsumerRecord<?, ?> read) {
    TopicPartition partition = new TopicPartition(read.topic(), read.partition());
    KafkaConsumer<byte[], byte[]> consumer = raw();
    consumer.assign(List.of(partition));
    consumer.seek(partition, read.offset());
    long start = System.nanoTime();
    while (System.nanoTime() - start < LIMIT.toNanos()) {
      for (ConsumerRecord<byte[], byte[]> found :
          consumer.poll(Duration.ofMillis(200)).records(partition)) {
        if (found.offset() == read.offset()) {
          return found;
        }
        if (found.offset() > read.offset()) {
          return gone(read);
        }
      }
    }
    throw new IllegalStateException("Kafka does not give a record that is to be set aside");
  }

  /** Compaction was faster; what is left is that there was something. */
  private static ConsumerRecord<byte[], byte[]> gone(ConsumerRecord<?, ?> read) {
    byte @Nullable [] key =
        read.key() == null
            ? null
            : String.valueOf(read.key()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new ConsumerRecord<>(read.topic(), read.partition(), read.offset(), key, null);
  }

  private KafkaConsumer<byte[], byte[]> raw() {
    if (raw == null) {
      Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
      settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
      settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
      settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
      raw = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
    return raw;
  }

  private KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              new HashMap<>(producers.getConfigurationProperties()),
              new ByteArraySerializer(),
              new ByteArraySerializer());
    }
    return producer;
  }

  @Override
  public synchronized void destroy() {
    if (raw != null) {
      raw.close();
    }
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
    }
  }
}
