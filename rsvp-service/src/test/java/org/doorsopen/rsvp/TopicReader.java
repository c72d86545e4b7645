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
 * Reads a topic from its first record, outside of any group. Decodes only what it is asked for:
 * other stories may have written what nobody can decode.
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

  /** All records of the key that are there now, in their order. */
  public List<ConsumerRecord<String, Object>> records(String key) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found.stream().filter(it -> key.equals(it.key())).map(this::decoded).toList();
  }

  private Consumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        consumers.getConfigurationProperties(),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private ConsumerRecord<String, Object> decoded(ConsumerRecord<String, byte[]> it) {
    return new ConsumerRecord<>(
        it.topic(),
        it.partition(),
        it.offset(),
        it.timestamp(),
        it.timestampType(),
        it.serializedKeySize(),
        it.serializedValueSize(),
        it.key(),
        events.deserialize(topic, it.value()),
        it.headers(),
        it.leaderEpoch());
  }
}
