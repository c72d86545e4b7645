package org.doorsopen.rsvp.seats.streams;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.doorsopen.rsvp.seats.reading.CommittedSchedules;
import org.doorsopen.rsvp.seats.reading.SchedulesRead;
import org.doorsopen.rsvp.seats.state.SeatStores;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.TopicContract;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.spring.DeadLetterCounters;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Entry point of seat allocation: makes the Kafka Streams application and ties it to the life of
 * the service. It needs the topics and schemas, which {@code eventContract} provides, and neither
 * the database nor the web server.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SeatAllocationSettings.class)
class SeatAllocationConfiguration {

  /** Begins to start before the beans that seat allocation does not need (docs/adr/0011). */
  @Bean
  static BeanFactoryInitializer<ListableBeanFactory> seatAllocationFirst() {
    return beans -> beans.getBean(SeatAllocationStreams.class).startBeside();
  }

  @Bean
  @DependsOn("eventContract")
  SeatAllocationStreams seatAllocationStreams(
      SeatAllocationSettings allocation,
      KafkaProperties kafka,
      KafkaAdmin kafkaAdmin,
      SchemaRegistryClient registry,
      SeatAllocationHealth health,
      MeterRegistry meters) {
    StreamsConfig settings =
        StreamsSettings.of(allocation, kafkaAdmin.getConfigurationProperties());
    DeadLetterCounters deadLetters =
        new DeadLetterCounters(
            meters, StreamsSettings.APPLICATION_ID, Topics.RSVPS, Topics.SCHEDULES);
    return new SeatAllocationStreams(
        () -> {
          requireState(kafkaAdmin);
          KafkaStreams streams =
              new KafkaStreams(
                  SeatAllocationTopology.of(
                      settings,
                      EventSerdes.serde(registry),
                      allocation.pace(),
                      schedulesRead(kafkaAdmin),
                      deadLetters::setAside),
                  settings);
          streams.setStateListener(health);
          streams.setUncaughtExceptionHandler(
              new FailureLimit(InstantSource.system(), health::waits));
          return streams;
        },
        meters,
        kafka.getStreams().isAutoStartup());
  }

  private static void requireState(KafkaAdmin kafkaAdmin) {
    try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
      new LostStateCheck(admin, StreamsSettings.APPLICATION_ID)
          .require(SeatStores.ENTRIES, SeatStores.FIGURES);
      stampChangelogs(admin);
    }
  }

  /** Those that an earlier release has made; others are made as they should be. */
  private static void stampChangelogs(Admin admin) {
    TimeLimit limit = TimeLimit.in(Duration.ofSeconds(30));
    Set<String> topics =
        KafkaAnswers.await(
            admin.listTopics().names(),
            limit.left(),
            e -> new IllegalStateException("Kafka does not list its topics", e));
    List<String> changelogs =
        Stream.of(SeatStores.ENTRIES, SeatStores.FIGURES)
            .map(store -> "%s-%s-changelog".formatted(StreamsSettings.APPLICATION_ID, store))
            .filter(topics::contains)
            .toList();
    if (!changelogs.isEmpty()) {
      TopicContract.stampByTheBroker(admin, changelogs, limit);
    }
  }

  private static SchedulesRead schedulesRead(KafkaAdmin kafkaAdmin) {
    Map<String, Object> kafka = kafkaAdmin.getConfigurationProperties();
    return new CommittedSchedules(
        () -> Admin.create(kafka),
        () -> new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        StreamsSettings.APPLICATION_ID,
        InstantSource.system());
  }
}
