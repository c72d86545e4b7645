package org.doorsopen.rsvp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads a topic from its first record, outside of any group. Decodes only the records that it is
 * asked for, because other tests may have written bytes that cannot be decoded.
 */
public final class TopicReader {

  private final ConsumerFactory<String, Object> consumers;
  private final Deserializer<Object> events;
  private final String topic;

  TopicReader(
      ConsumerFactory<String, Object> consumers, Deserializer<Object> events, String topic) {
    this.consumers = consumers;
    this.events = events;
    this.topic = topic;
  }

  /** All records with the key that the topic holds now, in their order. */
  public List<ConsumerRecord<String, Object>> records(String key) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found.stream().filter(read -> key.equals(read.key())).map(this::decoded).toList();
  }

  private Consumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        consumers.getConfigurationProperties(),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private ConsumerRecord<String, Object> decoded(ConsumerRecord<String, byte[]> read) {
    return new ConsumerRecord<>(
        read.topic(),
        read.partition(),
        read.offset(),
        read.timestamp(),
        read.timestampType(),
        read.serializedKeySize(),
        read.serializedValueSize(),
        read.key(),
        events.deserialize(topic, read.value()),
        read.headers(),
        read.leaderEpoch());
  }
}
