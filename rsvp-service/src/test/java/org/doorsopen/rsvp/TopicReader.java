package org.doorsopen.rsvp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads a topic from its first record, outside of any group. Decodes only the records that it is
 * asked for, because other tests may have written bytes that cannot be decoded.
 */
public final class TopicReader {

  private final ConsumerFactory<String, Object> consumers;
  private final Deserializer<Object> events;
  private final String topic;
  private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
  private @Nullable Consumer<String, byte[]> consumer;

  TopicReader(
      ConsumerFactory<String, Object> consumers, Deserializer<Object> events, String topic) {
    this.consumers = consumers;
    this.events = events;
    this.topic = topic;
  }

  /** All records with the key that the topic holds now, in their order. */
  public synchronized List<ConsumerRecord<String, Object>> records(String key) {
    readOn();
    return read.stream().filter(record -> key.equals(record.key())).map(this::decoded).toList();
  }

  /**
   * Records that were read before are not read again, as tests ask the same few topics hundreds of
   * times.
   */
  private void readOn() {
    if (consumer == null) {
      consumer = consumer();
    }
    Consumer<String, byte[]> reading = consumer;
    Set<TopicPartition> partitions = reading.assignment();
    Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
    while (partitions.stream()
        .anyMatch(partition -> reading.position(partition) < ends.get(partition))) {
      reading.poll(Duration.ofMillis(100)).forEach(read::add);
    }
  }

  private Consumer<String, byte[]> consumer() {
    Consumer<String, byte[]> fresh =
        new KafkaConsumer<>(
            consumers.getConfigurationProperties(),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        fresh.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    fresh.assign(partitions);
    fresh.seekToBeginning(partitions);
    return fresh;
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
