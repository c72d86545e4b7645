package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.rsvp.readmodel.ReadPositions;
import org.doorsopen.rsvp.seats.streams.StreamsSettings;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Says how far the log has certainly been read. In doubt, the answer is no. */
@Component
class Progress {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 10;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final KafkaAdmin kafka;
  private final ReadPositions positions;
  private final UnreadRecords unread;
  private final String allocation;

  @Autowired
  Progress(KafkaAdmin kafka, ReadPositions positions, UnreadRecords unread) {
    this(kafka, positions, unread, StreamsSettings.APPLICATION_ID);
  }

  Progress(KafkaAdmin kafka, ReadPositions positions, UnreadRecords unread, String allocation) {
    this.kafka = kafka;
    this.positions = positions;
    this.unread = unread;
    this.allocation = allocation;
  }

  /** Whether the read model has every publication up to now; waits up to 10 seconds for it. */
  boolean schedulesAreRead() {
    try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
      return isRead(admin, Topics.SCHEDULES);
    }
  }

  /**
   * Whether every request from before that time has its decision, and the read model has read it.
   * The offset of a request is committed together with its decision, so the decisions of all
   * committed offsets are on the topic seats; its end is therefore asked for afterwards.
   */
  boolean requestsAreDecidedUntil(Instant time) {
    try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
      return seatAllocationReached(admin, time) && isRead(admin, Topics.SEATS);
    }
  }

  private boolean seatAllocationReached(Admin admin, Instant time) {
    List<TopicPartition> requests = partitions(admin, Topics.RSVPS);
    Map<TopicPartition, Long> ends = offsets(admin, requests, OffsetSpec.latest());
    Map<TopicPartition, Long> firstLater =
        offsets(admin, requests, OffsetSpec.forTimestamp(time.toEpochMilli()));
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(allocation).partitionsToOffsetAndMetadata());
    return requests.stream()
        .allMatch(partition -> {
          long later = firstLater.get(partition);
          // -1 means that no record is as late as that, so all records are from before.
          long required = later < 0 ? ends.get(partition) : later;
          OffsetAndMetadata reached = committed.get(partition);
          return (reached == null ? 0 : reached.offset()) >= required;
        });
  }

  /** Whether the topic is read to the end that it has now; waits a while for the read model. */
  private boolean isRead(Admin admin, String topic) {
    // The end of all written records, which may be behind the end of the committed ones: a decision
    // whose offset is committed may still wait for the mark that says so on its own topic.
    Map<TopicPartition, Long> ends = offsets(admin, partitions(admin, topic), OffsetSpec.latest());
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (isReadUntil(ends, positions.of(topic))) {
        return true;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return false;
  }

  private boolean isReadUntil(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> read) {
    Map<TopicPartition, Long> rest = new HashMap<>();
    ends.forEach((partition, end) -> {
      if (read.getOrDefault(partition, 0L) < end) {
        rest.put(partition, end);
      }
    });
    return rest.isEmpty() || !unread.existBefore(rest, read);
  }

  private static List<TopicPartition> partitions(Admin admin, String topic) {
    return get(admin.describeTopics(List.of(topic)).allTopicNames())
        .get(topic)
        .partitions()
        .stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
    Map<TopicPartition, ListOffsetsResultInfo> found = get(admin.listOffsets(asked).all());
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private static <T> T get(KafkaFuture<T> answer) {
    return KafkaAnswers.await(
        answer, LIMIT, e -> new IllegalStateException("Kafka does not say how far it was read", e));
  }
}
