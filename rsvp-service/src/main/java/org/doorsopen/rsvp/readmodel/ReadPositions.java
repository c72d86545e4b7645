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
 * How far the rows go, kept with the rows. The offsets that the consumer group has committed to
 * Kafka say the same, except where the database was dropped or restored; then these are right.
 */
@Component
public class ReadPositions {

  private static final Logger log = LoggerFactory.getLogger(ReadPositions.class);
  private static final long PAUSE_MILLIS = 1_000;

  private final JdbcTemplate jdbc;
  private volatile boolean closing;

  public ReadPositions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The next offset to read of each partition of the topic that was ever read. */
  public Map<TopicPartition, Long> of(String topic) {
    return jdbc
        .query(
            "SELECT partition, next_offset FROM read_positions WHERE topic = ?",
            (row, _) -> Map.entry(new TopicPartition(topic, row.getInt(1)), row.getLong(2)),
            topic)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public void advance(List<ConsumerRecord<String, Object>> batch) {
    Map<TopicPartition, Long> next =
        batch.stream()
            .collect(
                Collectors.toMap(
                    it -> new TopicPartition(it.topic(), it.partition()),
                    it -> it.offset() + 1,
                    Math::max));
    jdbc.batchUpdate(
        """
        INSERT INTO read_positions (topic, partition, next_offset) VALUES (?, ?, ?)
        ON CONFLICT (topic, partition) DO UPDATE
           SET next_offset = greatest(read_positions.next_offset, excluded.next_offset)
        """,
        next.entrySet().stream()
            .map(it -> new Object[] {it.getKey().topic(), it.getKey().partition(), it.getValue()})
            .toList());
  }

  /**
   * Reads on where the rows end. Waits for the database: to go on without knowing could leave
   * records out for ever.
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
        log.warn("Cannot read how far {} was read, trying again", topic, e);
        pause();
      }
    }
    throw new IllegalStateException("Closing");
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
