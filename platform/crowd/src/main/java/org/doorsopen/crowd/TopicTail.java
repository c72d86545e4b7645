package org.doorsopen.crowd;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads what comes on a topic from now on, on a thread of its own, until it is closed. */
public final class TopicTail<K, V> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<K, V> consumer;
  private final Consumer<ConsumerRecords<K, V>> reader;
  private final Thread thread;
  private volatile boolean closed;

  private TopicTail(KafkaConsumer<K, V> consumer, Consumer<ConsumerRecords<K, V>> reader) {
    this.consumer = consumer;
    this.reader = reader;
    this.thread = Thread.ofPlatform().name("arrivals").start(this::read);
  }

  /**
   * Returns when nothing that is written from now on is missed.
   *
   * @param consumer is closed with the tail
   * @param reader is given what has come, often nothing; called by one thread
   */
  public static <K, V> TopicTail<K, V> of(
      String topic, KafkaConsumer<K, V> consumer, Consumer<ConsumerRecords<K, V>> reader) {
    List<TopicPartition> partitions = partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return new TopicTail<>(consumer, reader);
  }

  public static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  private void read() {
    try (consumer) {
      while (!closed) {
        reader.accept(consumer.poll(POLL));
      }
    }
  }

  /** Returns when the reader is called no more. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
