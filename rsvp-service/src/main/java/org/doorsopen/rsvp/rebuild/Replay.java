package org.doorsopen.rsvp.rebuild;

import java.time.Duration;
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
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.rsvp.readmodel.ReadPositions;
import org.doorsopen.schemas.deadletters.EventSense;
import org.doorsopen.schemas.spring.HandlingFaults;
import org.doorsopen.web.problems.Unavailable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the topics of all projections from the first record that is left, beside the listeners. */
final class Replay implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Consumer<String, Object> consumer;
  private final Map<String, Projection> projections;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final ReadPositions positions;
  private final List<TopicPartition> partitions;
  private long records;

  /**
   * @param consumer is closed by {@link #close()}
   * @param jdbc of the tables to fill
   * @param transactions on the same tables
   */
  Replay(
      Consumer<String, Object> consumer,
      List<Projection> projections,
      JdbcTemplate jdbc,
      TransactionTemplate transactions) {
    this.consumer = consumer;
    this.projections =
        projections.stream().collect(Collectors.toMap(Projection::topic, Function.identity()));
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.positions = new ReadPositions(jdbc);
    this.partitions =
        this.projections.keySet().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** For each partition of the topic, the offset of the first record that is left. */
  Map<TopicPartition, Long> beginningsOf(String topic) {
    return consumer.beginningOffsets(
        partitions.stream().filter(partition -> partition.topic().equals(topic)).toList());
  }

  /** How many records were read so far. */
  long records() {
    return records;
  }

  /**
   * Reads to the ends of the partitions as they are now.
   *
   * @throws Unavailable if Kafka sends nothing for 30 seconds
   */
  void readToTheEnd() {
    readUntil(consumer.endOffsets(partitions));
  }

  /**
   * Reads on to the given offsets.
   *
   * @param offsets exclusive; an offset behind the end, which a topic has that was created anew,
   *     means the end
   * @throws Unavailable if Kafka sends nothing for 30 seconds
   */
  void readUntil(Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(offsets.keySet()));
    left.replaceAll((partition, end) -> Math.min(end, offsets.get(partition)));
    long lastProgress = System.nanoTime();
    while (true) {
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
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
            .map(EventSense::checked)
            .collect(Collectors.groupingBy(ConsumerRecord::topic));
    byTopic.forEach(this::write);
    records += polled.count();
  }

  /** Passes over a record that the database will never take, which is among the dead letters. */
  private void write(String topic, List<ConsumerRecord<String, Object>> batch) {
    try {
      transactions.executeWithoutResult(_ -> {
        projections.get(topic).write(jdbc, batch);
        positions.advance(batch);
      });
    } catch (RuntimeException e) {
      if (!HandlingFaults.liesInTheEvent(e)) {
        throw e;
      }
      if (batch.size() == 1) {
        positions.advance(batch);
      } else {
        int half = batch.size() / 2;
        write(topic, batch.subList(0, half));
        write(topic, batch.subList(half, batch.size()));
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
