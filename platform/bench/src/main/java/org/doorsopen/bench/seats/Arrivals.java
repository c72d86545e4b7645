package org.doorsopen.bench.seats;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.doorsopen.bench.measuring.BenchFailure;
import org.doorsopen.bench.measuring.Poll;

/**
 * Notes when each of a known number of events is first seen on a topic, read committed, from the
 * moment of opening on.
 */
final class Arrivals implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ToIntFunction<byte[]> numberIn;
  private final AtomicLongArray nanos;
  private final CountDownLatch left;
  private final Thread thread;
  private volatile boolean closed;
  private volatile int twice;

  private Arrivals(
      KafkaConsumer<byte[], byte[]> consumer, ToIntFunction<byte[]> numberIn, int count) {
    this.consumer = consumer;
    this.numberIn = numberIn;
    this.nanos = new AtomicLongArray(count);
    this.left = new CountDownLatch(count);
    this.thread = Thread.ofPlatform().name("arrivals").start(this::read);
  }

  /**
   * @param numberIn which of the events it is, or -1 for none of them
   */
  static Arrivals on(String kafka, String topic, ToIntFunction<byte[]> numberIn, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka,
            "isolation.level",
            "read_committed",
            "max.poll.records",
            2_000);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return new Arrivals(consumer, numberIn, count);
  }

  private void read() {
    while (!closed) {
      var records = consumer.poll(POLL);
      long now = System.nanoTime();
      for (ConsumerRecord<byte[], byte[]> each : records) {
        note(numberIn.applyAsInt(each.value()), now);
      }
    }
    consumer.close();
  }

  private void note(int number, long now) {
    if (number < 0 || number >= nanos.length()) {
      return;
    }
    if (nanos.compareAndSet(number, 0, now)) {
      left.countDown();
    } else {
      twice++;
    }
  }

  /**
   * @throws BenchFailure if not all have come within that time
   */
  void awaitAll(Duration limit) {
    try {
      if (!left.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BenchFailure(
            "%d of %d have not come within %d s"
                .formatted(left.getCount(), nanos.length(), limit.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted");
    }
  }

  boolean areAllThere() {
    return left.getCount() == 0;
  }

  /** As {@link #awaitAll}, for the first of them only. */
  void awaitFirst(int some, Duration limit) {
    Poll.until(
        () -> nanos.length() - left.getCount() >= some,
        limit,
        () -> "%d did not come in time".formatted(some));
  }

  /** By {@link System#nanoTime}; 0 if it has not come. */
  long at(int number) {
    return nanos.get(number);
  }

  long last() {
    long last = Long.MIN_VALUE;
    for (int i = 0; i < nanos.length(); i++) {
      last = Math.max(last, nanos.get(i));
    }
    return last;
  }

  /** Events about one that had come already. */
  int twice() {
    return twice;
  }

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
