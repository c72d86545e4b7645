package org.doorsopen.rsvp.seats.streams;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.doorsopen.schemas.EventSerdes;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SeatAllocationSettings.class)
class SeatAllocationConfiguration {

  /** The consumer group, and the prefix of the changelog topics. */
  static final String APPLICATION_ID = "rsvp-seat-allocation";

  /** Before the beans that seat allocation has no need of; see {@link SeatAllocationStreams}. */
  @Bean
  static BeanFactoryInitializer<ListableBeanFactory> seatAllocationFirst() {
    return beans -> beans.getBean(SeatAllocationStreams.class).startBeside();
  }

  @Bean
  @DependsOn("eventContract")
  SeatAllocationStreams seatAllocationStreams(
      SeatAllocationSettings properties,
      KafkaProperties kafka,
      KafkaAdmin kafkaAdmin,
      SchemaRegistryClient registry,
      SeatAllocationHealth health,
      MeterRegistry meters) {
    StreamsConfig settings = settings(properties, kafkaAdmin.getConfigurationProperties(), meters);
    return new SeatAllocationStreams(
        () -> {
          requireStateOfDecisions(kafkaAdmin);
          KafkaStreams streams =
              new KafkaStreams(
                  SeatAllocationTopology.of(
                      settings, EventSerdes.serde(registry), properties.pace()),
                  settings);
          streams.setStateListener(health);
          streams.setUncaughtExceptionHandler(new FailureLimit(InstantSource.system()));
          return streams;
        },
        meters,
        kafka.getStreams().isAutoStartup());
  }

  private static StreamsConfig settings(
      SeatAllocationSettings properties, Map<String, Object> kafka, MeterRegistry meters) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, properties.stateDirectory().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, properties.standbys());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, properties.commitInterval().toMillis());
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
    // While nothing comes, a meetup that catches up goes on once in so many milliseconds.
    settings.put(StreamsConfig.POLL_MS_CONFIG, 10L);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        UndecodableToDeadLetters.class);
    settings.put(
        UndecodableToDeadLetters.ON_DEAD_LETTER, (Runnable) deadLetters(meters)::increment);
    // The meetups of an instance that was killed wait until it is missed, and until the transaction
    // that it left open is aborted. Brokers take no shorter session unless they are told to.
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 6_000);
    // A commit sends everything at once, and nobody sees anything before it: so batches may fill.
    long longest = properties.commitInterval().toMillis();
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), longest);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
    // A transaction begins while the markers of the last one are still being written: Kafka says
    // "not yet" until they are, and the client would wait 100 ms each time.
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 10);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbSettings.class);
    settings.putAll(properties.properties());
    return new StreamsConfig(settings);
  }

  private static void requireStateOfDecisions(KafkaAdmin kafkaAdmin) {
    try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
      new LostStateCheck(admin, APPLICATION_ID).require(SeatStores.ENTRIES, SeatStores.FIGURES);
    }
  }

  private static Counter deadLetters(MeterRegistry meters) {
    return Counter.builder("doors.rsvps.dead.letters")
        .description("Undecodable records of rsvps that were set aside; each needs an operator")
        .register(meters);
  }
}
