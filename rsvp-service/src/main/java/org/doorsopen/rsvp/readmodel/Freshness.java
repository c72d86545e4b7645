package org.doorsopen.rsvp.readmodel;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Tells whether the read model has read everything that was written to a topic. It asks Kafka each
 * time, so it is for requests that would otherwise be refused, and no others.
 */
@Component
public class Freshness implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Freshness.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final KafkaAdmin kafka;
  private final ReadPositions positions;
  private @Nullable Admin admin;

  Freshness(KafkaAdmin kafka, ReadPositions positions) {
    this.kafka = kafka;
    this.positions = positions;
  }

  /**
   * Whether what the read model knows from now on is at least what the topic had at the time of the
   * call. False if Kafka does not say so in time.
   */
  public boolean hasReadAllOf(String topic) {
    try {
      Map<TopicPartition, Long> ends = ends(topic);
      Map<TopicPartition, Long> read = positions.of(topic);
      return ends.entrySet().stream()
          .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
    } catch (KafkaException e) {
      log.debug("Kafka does not say how far {} goes", topic, e);
      return false;
    }
  }

  private Map<TopicPartition, Long> ends(String topic) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    await(admin().describeTopics(List.of(topic)).topicNameValues().get(topic))
        .partitions()
        .forEach(partition ->
            latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    await(admin().listOffsets(latest).all())
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  private static <T> T await(KafkaFuture<T> answer) {
    return KafkaAnswers.await(answer, PATIENCE, KafkaException::new);
  }

  /** Made when it is needed first: on most evenings nobody asks for too much. */
  private synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(kafka.getConfigurationProperties());
    }
    return admin;
  }

  @Override
  public synchronized void destroy() {
    if (admin != null) {
      admin.close(PATIENCE);
    }
  }
}
