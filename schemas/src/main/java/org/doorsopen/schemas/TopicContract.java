package org.doorsopen.schemas;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics exist, with the settings that the services agreed upon. Every service does this
 * when it starts. Of topics that exist two things are changed: the broker gives records their
 * timestamps, and those of which a later release keeps less are kept for as long as that says.
 */
public final class TopicContract {

  private static final Logger log = LoggerFactory.getLogger(TopicContract.class);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final Collection<AlterConfigOp> STAMP = set(Topics.TIMESTAMPS);

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
    List<NewTopic> topics = Topics.definitions(settings);
    topics.forEach(topic -> create(topic, limit));
    requireSamePartitions(limit);
    stampByTheBroker(admin, topics.stream().map(NewTopic::name).toList(), limit);
    revise(limit);
  }

  /** A service that may not change them leaves it to one that may. */
  private void revise(TimeLimit limit) {
    Map<ConfigResource, Collection<AlterConfigOp>> changes =
        configsOf(admin, Topics.REVISED.keySet(), limit).entrySet().stream()
            .filter(topic -> !has(topic.getValue(), Topics.REVISED.get(topic.getKey().name())))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, topic -> set(Topics.REVISED.get(topic.getKey().name()))));
    admin
        .incrementalAlterConfigs(changes)
        .values()
        .forEach((topic, answer) -> awaitRevision(topic.name(), answer, limit));
  }

  private static void awaitRevision(String topic, KafkaFuture<Void> answer, TimeLimit limit) {
    try {
      await(answer, limit);
      log.info("Topic {} is kept for as long as this release says now", topic);
    } catch (NoTopics e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        log.warn("Kafka does not change how topic {} is kept: {}", topic, e.getMessage());
      }
    }
  }

  /**
   * Has the broker give records of the topics their timestamps, also of those that an earlier
   * release has made. Where that is not permitted, a line in the log says so: then a clock that is
   * an hour ahead of the broker's keeps its service from writing.
   */
  public static void stampByTheBroker(Admin admin, Collection<String> topics, TimeLimit limit) {
    try {
      Map<ConfigResource, Collection<AlterConfigOp>> changes =
          configsOf(admin, topics, limit).entrySet().stream()
              .filter(topic -> !isStampedByTheBroker(topic.getValue()))
              .collect(Collectors.toMap(Map.Entry::getKey, _ -> STAMP));
      admin
          .incrementalAlterConfigs(changes)
          .values()
          .forEach((topic, answer) -> awaitStamping(topic.name(), answer, limit));
    } catch (NoTopics e) {
      warnOfClocks(topics.toString(), e);
    }
  }

  private static void awaitStamping(String topic, KafkaFuture<Void> answer, TimeLimit limit) {
    try {
      await(answer, limit);
      log.info("The timestamps of {} are the broker's now", topic);
    } catch (NoTopics e) {
      if (e.getCause() instanceof AuthorizationException) {
        log.info("The timestamps of {} are left to the service that writes it", topic);
      } else {
        warnOfClocks(topic, e);
      }
    }
  }

  private static void warnOfClocks(String topics, NoTopics failure) {
    log.warn(
        "Kafka does not take timestamps of its own for {}, so a clock that is an hour ahead of"
            + " Kafka's keeps a service from writing: {}",
        topics,
        failure.getMessage());
  }

  /** A topic that was just created is not known to every part of the broker at once. */
  private static Map<ConfigResource, Config> configsOf(
      Admin admin, Collection<String> topics, TimeLimit limit) {
    return limit.retry(
        () ->
            await(
                admin.describeConfigs(topics.stream().map(TopicContract::resource).toList()).all(),
                limit),
        failure -> failure.getCause() instanceof UnknownTopicOrPartitionException,
        PAUSE);
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static boolean isStampedByTheBroker(Config config) {
    return has(config, Topics.TIMESTAMPS);
  }

  private static boolean has(Config config, Map<String, String> settings) {
    return settings.entrySet().stream()
        .allMatch(setting -> setting.getValue().equals(config.get(setting.getKey()).value()));
  }

  private static Collection<AlterConfigOp> set(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting ->
            new AlterConfigOp(
                new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
        .toList();
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
