package org.doorsopen.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics exist, with the settings that the services agreed upon. Every service does this
 * when it starts; a topic that exists is left alone.
 */
public final class TopicContract {

  private static final Logger log = LoggerFactory.getLogger(TopicContract.class);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Admin admin;
  private final TopicSettings settings;

  public TopicContract(Admin admin, TopicSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /**
   * Returns when the topics are there.
   *
   * @throws IllegalStateException if Kafka did not create and describe them within the time, or if
   *     topics that share their partitions have different numbers of them; says which
   */
  public void establish(TimeLimit limit) {
    Topics.definitions(settings).forEach(topic -> create(topic, limit));
    requireSamePartitions(limit);
  }

  private void create(NewTopic topic, TimeLimit limit) {
    try {
      await(admin.createTopics(List.of(topic)).all(), limit);
      log.info("Created topic {} with {} partitions", topic.name(), topic.numPartitions());
    } catch (NoTopics e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private void requireSamePartitions(TimeLimit limit) {
    Map<String, Integer> partitions =
        describe(Topics.CO_PARTITIONED, limit).values().stream()
            .collect(Collectors.toMap(TopicDescription::name, t -> t.partitions().size()));
    if (partitions.values().stream().distinct().count() > 1) {
      throw new IllegalStateException(
          "Topics that keep a meetup in the same partition differ in their number: " + partitions);
    }
  }

  /** A topic that was just created is not known to every part of the broker at once. */
  private Map<String, TopicDescription> describe(List<String> topics, TimeLimit limit) {
    return limit.retry(
        () -> await(admin.describeTopics(topics).allTopicNames(), limit),
        failure -> failure.getCause() instanceof UnknownTopicOrPartitionException,
        PAUSE);
  }

  private static <T> T await(KafkaFuture<T> answer, TimeLimit limit) {
    return KafkaAnswers.await(answer, limit.left(), NoTopics::new);
  }

  private static final class NoTopics extends IllegalStateException {
    NoTopics(Throwable cause) {
      super(
          "Kafka did not create or describe the topics: "
              + Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()),
          cause);
    }
  }
}
