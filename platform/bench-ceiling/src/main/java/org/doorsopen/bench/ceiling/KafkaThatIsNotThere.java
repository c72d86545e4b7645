package org.doorsopen.bench.ceiling;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Turns a service into one that does everything but write to Kafka: each record is acknowledged at
 * once, not even serialized. So the service is its own ceiling.
 */
@Configuration(proxyBeanMethods = false)
class KafkaThatIsNotThere {

  @Bean
  DefaultKafkaProducerFactoryCustomizer acknowledgesAtOnce() {
    return factory -> factory.addPostProcessor(KafkaThatIsNotThere::acknowledging);
  }

  @SuppressWarnings("unchecked") // A proxy knows nothing of type parameters
  private static <K, V> Producer<K, V> acknowledging(Producer<K, V> producer) {
    return (Producer<K, V>)
        Proxy.newProxyInstance(
            KafkaThatIsNotThere.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (_, method, arguments) -> {
              if (method.getName().equals("send")) {
                return acknowledged((ProducerRecord<?, ?>) arguments[0], arguments);
              }
              try {
                return method.invoke(producer, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @SuppressWarnings("NullAway") // Kafka gives null where nothing went wrong
  private static Object acknowledged(ProducerRecord<?, ?> sent, Object[] arguments) {
    RecordMetadata metadata =
        new RecordMetadata(
            new TopicPartition(sent.topic(), 0), 0, 0, System.currentTimeMillis(), 0, 0);
    if (arguments.length == 2 && arguments[1] instanceof Callback callback) {
      callback.onCompletion(metadata, null);
    }
    return CompletableFuture.completedFuture(metadata);
  }
}
