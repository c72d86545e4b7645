package org.doorsopen.bench.seats;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.bench.measuring.BenchFailure;
import org.doorsopen.bench.measuring.Poll;
import org.doorsopen.crowd.TopicTail;

/**
 * Notes when each of a known number of events is first seen on a topic, read committed, from the
 * moment of opening on.
 */
final class Arrivals implements AutoCloseable {

  private final ToIntFunction<byte[]> numberIn;
  private final AtomicLongArray nanos;
  private final CountDownLatch left;
  private final TopicTail<byte[], byte[]> tail;
  private volatile int twice;

  private Arrivals(
      String topic,
      KafkaConsumer<byte[], byte[]> consumer,
      ToIntFunction<byte[]> numberIn,
      int count) {
    this.numberIn = numberIn;
    this.nanos = new AtomicLongArray(count);
    this.left = new CountDownLatch(count);
    this.tail = TopicTail.of(topic, consumer, this::read);
  }

  /**
   * @param numberIn gives the number of the event, or -1 if it is none of them
   */
  static Arrivals on(KafkaLogin kafka, String topic, ToIntFunction<byte[]> numberIn, int count) {
    Map<String, Object> settings =
        kafka.settingsAnd(Map.of("isolation.level", "read_committed", "max.poll.records", 2_000));
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new Arrivals(topic, new KafkaConsumer<>(settings, bytes, bytes), numberIn, count);
  }

  private void read(ConsumerRecords<byte[], byte[]> records) {
    long now = System.nanoTime();
    for (ConsumerRecord<byte[], byte[]> each : records) {
      note(numberIn.applyAsInt(each.value()), now);
    }
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

  /** The number of events about a request whose event had come already. */
  int twice() {
    return twice;
  }

  @Override
  public void close() {
    tail.close();
  }
}
