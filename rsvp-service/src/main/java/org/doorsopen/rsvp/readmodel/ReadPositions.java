package org.doorsopen.rsvp.readmodel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.listener.ConsumerSeekAware.ConsumerSeekCallback;
import org.springframework.stereotype.Component;

/**
 * How far the rows go, kept with the rows. The offsets that the consumer groups have committed to
 * Kafka say the same, except after the database was dropped or restored; then these are right.
 */
@Component
public class ReadPositions {

  /** The table, which each projection's rows advance together with. */
  public static final KeyedTable TABLE = new KeyedTable("read_positions", "topic, partition");

  private static final Logger log = LoggerFactory.getLogger(ReadPositions.class);
  private static final long PAUSE_MILLIS = 1_000;

  private final JdbcTemplate jdbc;
  private volatile boolean closing;

  /**
   * @param jdbc of the schema whose rows these positions belong to
   */
  public ReadPositions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next offset to read, for each partition of the topic from which something was ever read.
   */
  public Map<TopicPartition, Long> of(String topic) {
    return jdbc
        .query(
            "select partition, next_offset from read_positions where topic = ?",
            (row, _) -> Map.entry(new TopicPartition(topic, row.getInt(1)), row.getLong(2)),
            topic)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Moves the positions past the batch, never back; in the transaction that writes its rows. */
  public void advance(List<ConsumerRecord<String, Object>> batch) {
    Map<TopicPartition, Long> next =
        batch.stream()
            .collect(
                Collectors.toMap(
                    read -> new TopicPartition(read.topic(), read.partition()),
                    read -> read.offset() + 1,
                    Math::max));
    jdbc.batchUpdate(
        """
        insert into read_positions (topic, partition, next_offset) values (?, ?, ?)
        on conflict (topic, partition) do update
           set next_offset = greatest(read_positions.next_offset, excluded.next_offset)
        """,
        next.entrySet().stream()
            .map(entry ->
                new Object[] {entry.getKey().topic(), entry.getKey().partition(), entry.getValue()})
            .toList());
  }

  /**
   * Makes the consumer continue where the rows end. Waits for the database as long as it is away:
   * continuing without knowing the positions could leave records out for ever.
   */
  void resume(Set<TopicPartition> assigned, ConsumerSeekCallback consumer) {
    Map<TopicPartition, Long> positions = new HashMap<>();
    assigned.stream()
        .map(TopicPartition::topic)
        .distinct()
        .map(this::awaited)
        .forEach(positions::putAll);
    for (TopicPartition partition : assigned) {
      Long next = positions.get(partition);
      if (next == null) {
        consumer.seekToBeginning(partition.topic(), partition.partition());
      } else {
        consumer.seek(partition.topic(), partition.partition(), next);
      }
    }
  }

  private Map<TopicPartition, Long> awaited(String topic) {
    while (!closing) {
      try {
        return of(topic);
      } catch (DataAccessException e) {
        log.warn("Cannot find out how far {} was read; trying again", topic, e);
        pause();
      }
    }
    throw new IllegalStateException("The service is closing");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the database", e);
    }
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    closing = true;
  }
}
