package org.doorsopen.rsvp.rebuild;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.rsvp.readmodel.ReadPositions;
import org.doorsopen.web.Unavailable;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads topics from the first record on that is left, beside the listeners. */
final class Replay implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Consumer<String, Object> consumer;
  private final Map<String, Projection> projections;
  private final TransactionTemplate transactions;
  private final ReadPositions positions;
  private final List<TopicPartition> partitions;
  private long records;

  /** Writes rows of one topic's records. */
  interface Projection extends Function<List<ConsumerRecord<String, Object>>, Collection<String>> {}

  /**
   * @param consumer is closed by {@link #close()}
   * @param projections by topic
   */
  Replay(
      Consumer<String, Object> consumer,
      Map<String, Projection> projections,
      TransactionTemplate transactions,
      ReadPositions positions) {
    this.consumer = consumer;
    this.projections = projections;
    this.transactions = transactions;
    this.positions = positions;
    this.partitions =
        projections.keySet().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The first offsets of a topic that are left. */
  Map<TopicPartition, Long> begins(String topic) {
    return consumer.beginningOffsets(
        partitions.stream().filter(it -> it.topic().equals(topic)).toList());
  }

  long records() {
    return records;
  }

  void readToTheEnd() {
    readUntil(consumer.endOffsets(partitions));
  }

  /**
   * @param offsets exclusive; those behind the end, of a topic that was created anew, mean the end
   * @throws Unavailable if Kafka does not answer
   */
  void readUntil(Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(offsets.keySet()));
    left.replaceAll((partition, end) -> Math.min(end, offsets.get(partition)));
    long lastProgress = System.nanoTime();
    while (true) {
      left.entrySet().removeIf(it -> consumer.position(it.getKey()) >= it.getValue());
      if (left.isEmpty()) {
        return;
      }
      ConsumerRecords<String, Object> polled = consumer.poll(POLL);
      if (!polled.isEmpty()) {
        write(polled);
        lastProgress = System.nanoTime();
      } else if (System.nanoTime() - lastProgress > PATIENCE_NANOS) {
        throw new Unavailable("Kafka does not answer; nothing was changed.", Duration.ofMinutes(1));
      }
    }
  }

  private void write(ConsumerRecords<String, Object> polled) {
    Map<String, List<ConsumerRecord<String, Object>>> byTopic =
        StreamSupport.stream(polled.spliterator(), false)
            .collect(Collectors.groupingBy(ConsumerRecord::topic));
    byTopic.forEach((topic, batch) ->
        transactions.executeWithoutResult(_ -> {
          projections.get(topic).apply(batch);
          positions.advance(batch);
        }));
    records += polled.count();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
