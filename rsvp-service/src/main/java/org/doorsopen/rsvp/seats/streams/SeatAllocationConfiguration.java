package org.doorsopen.rsvp.seats.streams;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.doorsopen.rsvp.seats.state.SeatStores;
import org.doorsopen.schemas.EventSerdes;
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
        StreamsSettings.of(
            allocation, kafkaAdmin.getConfigurationProperties(), deadLetters(meters)::increment);
    return new SeatAllocationStreams(
        () -> {
          requireState(kafkaAdmin);
          KafkaStreams streams =
              new KafkaStreams(
                  SeatAllocationTopology.of(
                      settings, EventSerdes.serde(registry), allocation.pace()),
                  settings);
          streams.setStateListener(health);
          streams.setUncaughtExceptionHandler(new FailureLimit(InstantSource.system()));
          return streams;
        },
        meters,
        kafka.getStreams().isAutoStartup());
  }

  private static void requireState(KafkaAdmin kafkaAdmin) {
    try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
      new LostStateCheck(admin, StreamsSettings.APPLICATION_ID)
          .require(SeatStores.ENTRIES, SeatStores.FIGURES);
    }
  }

  private static Counter deadLetters(MeterRegistry meters) {
    return Counter.builder("doors.rsvps.dead.letters")
        .description("Undecodable records of rsvps that were set aside; each needs an operator")
        .register(meters);
  }
}
