package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for records between two offsets. Offsets alone do not tell: the marks of transactions take
 * some as well, and compaction leaves gaps.
 */
@Component
class UnreadRecords {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long LIMIT_NANOS = Duration.ofSeconds(30).toNanos();

  private final ConsumerFactory<?, ?> consumers;

  UnreadRecords(ConsumerFactory<?, ?> consumers) {
    this.consumers = consumers;
  }

  /**
   * Whether any record is left to read. Takes up to 30 seconds.
   *
   * @param ends exclusive
   * @param positions where to begin; a partition that is missing is read from offset 0
   * @return true also if it does not become clear in time
   */
  boolean existBefore(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> positions) {
    long start = System.nanoTime();
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(ends.keySet());
      ends.keySet()
          .forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
      while (System.nanoTime() - start < LIMIT_NANOS) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
          if (found.offset() < ends.get(new TopicPartition(found.topic(), found.partition()))) {
            return true;
          }
        }
        if (ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
          return false;
        }
      }
      return true;
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
