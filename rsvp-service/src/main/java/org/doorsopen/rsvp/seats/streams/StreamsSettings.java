package org.doorsopen.rsvp.seats.streams;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.doorsopen.rsvp.seats.state.RocksDbSettings;
import org.doorsopen.schemas.spring.GroupMembership;

/** The settings of Kafka Streams under which seats are allocated. */
public final class StreamsSettings {

  /**
   * The name of the consumer group, and the beginning of the names of the changelog topics. A
   * renamed application would begin without state, so seat allocation would not start.
   */
  public static final String APPLICATION_ID = "rsvp-seat-allocation";

  private static final int BATCH_BYTES = 128 * 1024;

  private StreamsSettings() {}

  /**
   * @param kafka how every Kafka client of the service connects
   */
  static StreamsConfig of(SeatAllocationSettings allocation, Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, allocation.stateDirectory().toString());
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbSettings.class);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, allocation.threads());
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, allocation.standbys());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, allocation.commitInterval().toMillis());
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
    // Without records, a backlog gets one go in each poll.
    settings.put(StreamsConfig.POLL_MS_CONFIG, 10L);
    putTimeouts(settings);
    putBatching(settings, allocation.commitInterval().toMillis());
    settings.putAll(allocation.properties());
    return new StreamsConfig(settings);
  }

  /**
   * The meetups of an instance that was killed wait until the group misses it and until the
   * transaction that it left open is aborted (docs/adr/0008).
   */
  private static void putTimeouts(Map<String, Object> settings) {
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        GroupMembership.SESSION_TIMEOUT_MILLIS);
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        GroupMembership.HEARTBEAT_INTERVAL_MILLIS);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        GroupMembership.SESSION_TIMEOUT_MILLIS);
  }

  private static void putBatching(Map<String, Object> settings, long commitIntervalMillis) {
    // A commit sends everything, and no reader sees anything before it, so batches may fill.
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), commitIntervalMillis);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    // A transaction begins while the markers of the last one are still being written. Kafka refuses
    // until they are written, and the client would wait 100 ms each time.
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 10);
  }
}
