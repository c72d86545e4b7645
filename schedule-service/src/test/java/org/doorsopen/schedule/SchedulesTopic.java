package org.doorsopen.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ScheduleChanged;

/** Reads the topic from its start, as any service would. */
final class SchedulesTopic implements AutoCloseable {

  private final KafkaConsumer<String, Object> consumer;
  private final List<ConsumerRecord<String, Object>> read = new ArrayList<>();

  SchedulesTopic(Infrastructure infrastructure) {
    this(infrastructure, Topics.SCHEDULES);
  }

  /** Another topic of the same key. */
  SchedulesTopic(Infrastructure infrastructure, String topic) {
    consumer =
        new KafkaConsumer<>(
            infrastructure.kafka().operator().settings(),
            new StringDeserializer(),
            EventSerdes.deserializer(
                EventSerdes.registry(infrastructure.registry().login().toString())));
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** All records of the meetup so far, in the order of the log. */
  List<ConsumerRecord<String, Object>> of(String meetupId) {
    consumer.poll(Duration.ofMillis(100)).forEach(read::add);
    return read.stream().filter(one -> one.key().equals(meetupId)).toList();
  }

  List<Integer> versionsOf(String meetupId) {
    return of(meetupId).stream().map(one -> ((ScheduleChanged) one.value()).getVersion()).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
