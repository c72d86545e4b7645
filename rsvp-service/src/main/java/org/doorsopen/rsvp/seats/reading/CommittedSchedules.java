package org.doorsopen.rsvp.seats.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Kafka: first for the end of the partition, then how far the group of seat allocation has
 * committed it. It is asked in a thread of its own, and only while a request for an unknown meetup
 * is about to be declined.
 */
public final class CommittedSchedules implements SchedulesRead {

  private static final Logger log = LoggerFactory.getLogger(CommittedSchedules.class);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Supplier<Admin> admins;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final String group;
  private final InstantSource clock;
  private final Instant begin;

  /** For each partition the latest instant up to which everything is read. */
  private final Map<Integer, Instant> read = new ConcurrentHashMap<>();

  private final AtomicBoolean asking = new AtomicBoolean();

  /**
   * @param consumers without a group, of committed records
   */
  public CommittedSchedules(
      Supplier<Admin> admins,
      Supplier<Consumer<byte[], byte[]>> consumers,
      String group,
      InstantSource clock) {
    this.admins = admins;
    this.consumers = consumers;
    this.group = group;
    this.clock = clock;
    this.begin = clock.instant();
  }

  @Override
  public boolean upTo(int partition, Instant since) {
    // An instant from when this clock was ahead is from before this instance.
    Instant least = since.isAfter(clock.instant()) ? begin : since;
    Instant known = read.get(partition);
    if (known != null && !known.isBefore(least)) {
      return true;
    }
    if (asking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("schedules-read").start(() -> ask(partition));
    }
    return false;
  }

  private void ask(int partition) {
    try {
      Instant asked = clock.instant();
      if (isReadToItsEnd(new TopicPartition(Topics.SCHEDULES, partition))) {
        read.put(partition, asked);
      }
    } catch (RuntimeException e) {
      log.warn(
          "Requests for meetups that are not known here wait, as Kafka does not say whether all schedules are read: {}",
          e.getMessage());
    } finally {
      asking.set(false);
    }
  }

  private boolean isReadToItsEnd(TopicPartition partition) {
    try (Admin admin = admins.get()) {
      long end =
          get(admin.listOffsets(Map.of(partition, OffsetSpec.latest())).all())
              .get(partition)
              .offset();
      Map<TopicPartition, OffsetAndMetadata> committed =
          new HashMap<>(get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
      OffsetAndMetadata reached = committed.get(partition);
      long next = reached == null ? 0 : reached.offset();
      return next >= end || !hasRecords(partition, next, end);
    }
  }

  /** Offsets alone do not tell: compaction and the marks of transactions leave gaps. */
  private boolean hasRecords(TopicPartition partition, long from, long end) {
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, from);
      long start = System.nanoTime();
      while (consumer.position(partition) < end) {
        if (consumer.poll(POLL).records(partition).stream().anyMatch(found -> found.offset() < end)
            || System.nanoTime() - start > LIMIT.toNanos()) {
          return true;
        }
      }
      return false;
    }
  }

  private static <T> T get(KafkaFuture<T> answer) {
    return KafkaAnswers.await(answer, LIMIT, e -> new IllegalStateException(e.toString(), e));
  }
}
