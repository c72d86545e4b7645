package org.doorsopen.schemas.spring;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.SchemaContract;
import org.doorsopen.schemas.TopicContract;
import org.doorsopen.schemas.deadletters.DeadLetterDesk;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.LoggingProducerListener;

/**
 * Serializers, topics and schemas for Boot's Kafka beans. Topics and schemas are there before the
 * first listener or stream starts, because those start only when all beans are made.
 */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(EventSettings.class)
class SchemasAutoConfiguration {

  @Bean
  SchemaRegistryClient schemaRegistryClient(EventSettings settings) {
    return settings.registry();
  }

  @Bean
  InitializingBean eventContract(
      KafkaAdmin kafkaAdmin, SchemaRegistryClient registry, EventSettings settings) {
    return () -> {
      TimeLimit limit = TimeLimit.in(settings.startupLimit());
      try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
        new TopicContract(admin, settings.topicSettings()).establish(limit);
      }
      new SchemaContract(registry).establish(limit);
    };
  }

  @Bean
  @SuppressWarnings("unchecked") // Boot's factory is <?, ?>; ours are the values
  DefaultKafkaProducerFactoryCustomizer eventProducer(SchemaRegistryClient registry) {
    return factory -> {
      // The serializer comes configured; Boot's settings would take that away again.
      factory.setConfigureSerializers(false);
      ((DefaultKafkaProducerFactory<String, Object>) factory)
          .setValueSerializerSupplier(() -> EventSerdes.serializer(registry));
    };
  }

  /**
   * An event that cannot be sent is logged by its key: its value may be somebody's name and
   * address.
   */
  @Bean
  LoggingProducerListener<Object, Object> failuresWithoutContents() {
    LoggingProducerListener<Object, Object> listener = new LoggingProducerListener<>();
    listener.setIncludeContents(false);
    return listener;
  }

  @Bean
  @SuppressWarnings("unchecked") // Boot's factory is <?, ?>; ours are the values
  DefaultKafkaConsumerFactoryCustomizer eventConsumer(SchemaRegistryClient registry) {
    return factory -> {
      factory.updateConfigs(EventConsumers.SETTINGS);
      ((DefaultKafkaConsumerFactory<String, Object>) factory)
          .setValueDeserializerSupplier(() -> EventSerdes.tolerantDeserializer(registry));
    };
  }

  @Bean
  ListenerDeadLetters listenerDeadLetters(
      ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, MeterRegistry meters) {
    return new ListenerDeadLetters(consumers, producers, meters);
  }

  @Bean
  DeadLetterDesk deadLetterDesk(
      ConsumerFactory<?, ?> consumers,
      ProducerFactory<?, ?> producers,
      SchemaRegistryClient registry) {
    return new DeadLetterDesk(
        consumers.getConfigurationProperties(),
        producers.getConfigurationProperties(),
        EventSerdes.deserializer(registry));
  }

  @Bean
  EventConsumers.RetryForEver eventErrorHandler(
      MeterRegistry meters, ListenerDeadLetters deadLetters) {
    return new EventConsumers.RetryForEver(new RetryLogging(meters), deadLetters);
  }

  /** Each listener's counters are there when it starts, at 0. */
  @Bean
  SmartInitializingSingleton deadLetterCounters(
      ObjectProvider<KafkaListenerEndpointRegistry> listeners, ListenerDeadLetters deadLetters) {
    return () ->
        listeners.stream()
            .flatMap(registry -> registry.getListenerContainers().stream())
            .filter(container -> container.getContainerProperties().getTopics() != null)
            .forEach(container ->
                deadLetters.expect(
                    container.getGroupId(), container.getContainerProperties().getTopics()));
  }
}
