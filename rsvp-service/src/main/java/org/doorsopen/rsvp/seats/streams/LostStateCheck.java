package org.doorsopen.rsvp.seats.streams;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

/**
 * Whether what follows from the decisions that were made is known. Kafka Streams makes an empty
 * changelog where there is none, and would read on from the offsets of its group: every seat that
 * was given out before would be given out again.
 *
 * @param application of Kafka Streams, and so its group, and what its changelogs begin with
 */
record LostStateCheck(Admin admin, String application) {

  private static final int LIMIT_SECONDS = 30;

  /**
   * @throws IllegalStateException if requests were decided and what followed from them is not on
   *     Kafka, or if Kafka does not say
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
          "Seats were given out already (the group %s has read requests), and where they went is not known (there is no topic %s)"
              .formatted(application, changelog));
    }
  }

  private boolean hasDecided() {
    return get(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata())
        .values()
        .stream()
        .anyMatch(it -> it != null && it.offset() > 0);
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka does not say what was decided", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking Kafka", e);
    }
  }
}
