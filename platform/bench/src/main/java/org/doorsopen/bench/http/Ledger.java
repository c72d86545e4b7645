package org.doorsopen.bench.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.bench.events.Rsvps;
import org.doorsopen.bench.measuring.BenchFailure;
import org.doorsopen.schemas.Topics;

/** Counts requests and decisions, read committed from the topics since the topics were empty. */
final class Ledger implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> decided = new HashSet<>();
  private int twice;

  Ledger(KafkaLogin kafka) {
    Map<String, Object> settings = kafka.settingsAnd(Map.of("isolation.level", "read_committed"));
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(settings, bytes, bytes);
    List<TopicPartition> partitions =
        Stream.of(Topics.RSVPS, Topics.SEATS)
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Returns when nothing new comes and every request has been decided. There may be more decisions
   * than counted answers, because some answers were still under way at the end.
   *
   * @param accepted the least number of requests that there must have been since the topics were
   *     empty
   * @throws BenchFailure if there are not as many in time, or if one has been decided twice
   */
  void awaitBalance(long accepted, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (readOn() > 0 || asked.size() < accepted || !asked.equals(decided)) {
      if (System.nanoTime() > deadline) {
        throw new BenchFailure(
            "After %d s, of %d that were accepted %d are written and %d are decided"
                .formatted(limit.toSeconds(), accepted, asked.size(), decided.size()));
      }
    }
    if (twice > 0) {
      throw new BenchFailure("%d were decided twice".formatted(twice));
    }
  }

  private int readOn() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    for (ConsumerRecord<byte[], byte[]> each : records) {
      String rsvpId = Rsvps.idIn(each.value());
      boolean isNew = each.topic().equals(Topics.RSVPS) ? asked.add(rsvpId) : decided.add(rsvpId);
      twice += isNew ? 0 : 1;
    }
    return records.count();
  }

  /** The number of RSVPs that have been asked for so far. */
  int asked() {
    return asked.size();
  }

  int decided() {
    return decided.size();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
