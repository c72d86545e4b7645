package org.doorsopen.chaos.seats;

import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.doorsopen.chaos.seats.audit.Decided;
import org.doorsopen.chaos.seats.audit.TopicLogs;
import org.doorsopen.crowd.TopicTail;
import org.doorsopen.schemas.Topics;

/**
 * Reads {@code seats} while decisions are made, as the read model does, and notes when each could
 * be read. All times are those of {@link System#nanoTime}.
 */
final class Arrivals implements AutoCloseable {
  private final NavigableSet<Long> all = new ConcurrentSkipListSet<>();
  private final Map<String, Long> firsts = new ConcurrentHashMap<>();
  private final TopicTail<String, Object> tail;

  private Arrivals(KafkaConsumer<String, Object> consumer) {
    this.tail = TopicTail.of(Topics.SEATS, consumer, this::read);
  }

  /** Returns when nothing that is decided from now on is missed. */
  static Arrivals from(TopicLogs topics) {
    return new Arrivals(topics.consumer());
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
    tail.close();
  }

  private void read(ConsumerRecords<String, Object> records) {
    records.forEach(each -> Decided.in(each.value()).ifPresent(this::note));
  }

  private void note(Decided decided) {
    long now = System.nanoTime();
    all.add(now);
    if (decided.kind().isFirst()) {
      firsts.putIfAbsent(decided.rsvpId(), now);
    }
  }
}
