package org.doorsopen.rsvp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads a topic from its first record, outside of any group. */
public final class TopicReader {

  private final ConsumerFactory<String, Object> consumers;
  private final String topic;

  TopicReader(ConsumerFactory<String, Object> consumers, String topic) {
    this.consumers = consumers;
    this.topic = topic;
  }

  /** All records of the key that are there now, in their order. */
  public List<ConsumerRecord<String, Object>> records(String key) {
    List<ConsumerRecord<String, Object>> found = new ArrayList<>();
    try (Consumer<String, Object> consumer = consumers.createConsumer("reader", null)) {
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
    return found.stream().filter(it -> key.equals(it.key())).toList();
  }
}
