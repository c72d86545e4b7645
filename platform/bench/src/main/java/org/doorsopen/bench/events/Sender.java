package org.doorsopen.bench.events;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.bench.measuring.BenchFailure;

/** Writes each record once, acknowledged by all replicas. */
public final class Sender implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public Sender(KafkaLogin kafka) {
    Map<String, Object> settings =
        kafka.settingsAnd(
            Map.of(
                "acks", "all", "enable.idempotence", true, "linger.ms", 5, "batch.size", 65_536));
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer = new KafkaProducer<>(settings, bytes, bytes);
  }

  /** As fast as they go; returns when all are acknowledged. */
  public void send(List<ProducerRecord<byte[], byte[]>> records) {
    records.forEach(record -> producer.send(record, (_, e) -> note(e)));
    flush();
  }

  /**
   * At a steady rate; returns when all are acknowledged.
   *
   * @return when each was acknowledged, by {@link System#nanoTime}
   */
  public AtomicLongArray sendEvenly(
      List<ProducerRecord<byte[], byte[]>> records, double perSecond) {
    AtomicLongArray acknowledged = new AtomicLongArray(records.size());
    long start = System.nanoTime();
    for (int i = 0; i < records.size(); i++) {
      int number = i;
      long due = start + (long) (i / perSecond * 1e9);
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      send(records.get(i), acknowledged, number);
    }
    flush();
    return acknowledged;
  }

  public void send(ProducerRecord<byte[], byte[]> one, AtomicLongArray acknowledged, int number) {
    producer.send(
        one,
        (_, e) -> {
          acknowledged.set(number, System.nanoTime());
          note(e);
        });
  }

  public void flush() {
    producer.flush();
    Exception first = failure.get();
    if (first != null) {
      throw new BenchFailure("Kafka did not take a record: " + first.getMessage(), first);
    }
  }

  @SuppressWarnings("NullAway") // Kafka gives null where nothing went wrong
  private void note(Exception e) {
    if (e != null) {
      failure.compareAndSet(null, e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
