package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.doorsopen.schemas.waiting.KafkaAnswers;

/**
 * Checks before a start that the state of earlier decisions was not lost. Kafka Streams makes an
 * empty changelog where there is none, and reads on from the offsets of its group: every seat that
 * was given out before would be given out again.
 *
 * @param application the application id of Kafka Streams, which is also the name of its group and
 *     the beginning of its changelogs' names
 */
record LostStateCheck(Admin admin, String application) {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * @param stores the names of the stores
   * @throws IllegalStateException if requests were decided and a changelog is missing, or if Kafka
   *     does not answer
   */
  void require(String... stores) {
    if (!hasDecided()) {
      return;
    }
    Set<String> topics = get(admin.listTopics().names());
    for (String store : stores) {
      requireTopic(topics, "%s-%s-changelog".formatted(application, store));
    }
  }

  private void requireTopic(Set<String> topics, String changelog) {
    if (!topics.contains(changelog)) {
      throw new IllegalStateException(
          "The group %s has decided requests before, but the topic %s with the state that followed is missing: seats would be given out twice"
              .formatted(application, changelog));
    }
  }

  private boolean hasDecided() {
    return get(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata())
        .values()
        .stream()
        .anyMatch(position -> position != null && position.offset() > 0);
  }

  private static <T> T get(KafkaFuture<T> answer) {
    return KafkaAnswers.await(
        answer,
        LIMIT,
        e ->
            new IllegalStateException(
                "Kafka does not tell whether requests were decided before", e));
  }
}
