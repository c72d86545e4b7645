package org.doorsopen.chaos.seats;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.chaos.seats.audit.Decided;
import org.doorsopen.chaos.seats.audit.TopicLogs;
import org.doorsopen.schemas.Topics;

/**
 * Reads {@code seats} while decisions are made, as the read model does, and notes when each could
 * be read. All times are those of {@link System#nanoTime}.
 */
final class Arrivals implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<String, Object> consumer;
  private final NavigableSet<Long> all = new ConcurrentSkipListSet<>();
  private final Map<String, Long> firsts = new ConcurrentHashMap<>();
  private final Thread thread = Thread.ofPlatform().name("arrivals").unstarted(this::read);
  private volatile boolean closed;

  private Arrivals(KafkaConsumer<String, Object> consumer) {
    this.consumer = consumer;
  }

  /** Returns when nothing that is decided from now on is missed. */
  static Arrivals from(TopicLogs topics) {
    Arrivals arrivals = new Arrivals(topics.consumer());
    List<TopicPartition> partitions = TopicLogs.partitions(arrivals.consumer, Topics.SEATS);
    arrivals.consumer.assign(partitions);
    arrivals.consumer.seekToEnd(partitions);
    partitions.forEach(arrivals.consumer::position);
    arrivals.thread.start();
    return arrivals;
  }

  /** When decisions of any kind and meetup arrived. */
  NavigableSet<Long> all() {
    return all;
  }

  /** When the answer to each request arrived, by rsvpId. */
  Map<String, Long> firsts() {
    return firsts;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (consumer) {
      while (!closed) {
        consumer.poll(POLL).forEach(each -> Decided.in(each.value()).ifPresent(this::note));
      }
    }
  }

  private void note(Decided decided) {
    long now = System.nanoTime();
    all.add(now);
    if (decided.kind().isFirst()) {
      firsts.putIfAbsent(decided.rsvpId(), now);
    }
  }
}
