package org.doorsopen.schedule.jobs;

import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Sends an event for a job that may go on only when Kafka has it. */
@Component
public final class EventSender {

  // Longer than the producer's delivery.timeout.ms: when this is over, the producer has given up,
  // and a record that it still holds cannot overtake the next attempt.
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(9);

  private final KafkaTemplate<String, Object> kafka;

  EventSender(KafkaTemplate<String, Object> kafka) {
    this.kafka = kafka;
  }

  /**
   * Returns when Kafka has acknowledged the event.
   *
   * @param notSent makes the caller's exception, which is thrown when Kafka has not
   */
  public void send(
      ProducerRecord<String, Object> event,
      Function<? super Throwable, ? extends RuntimeException> notSent) {
    try {
      KafkaAnswers.await(kafka.send(event), ACKNOWLEDGED_WITHIN, notSent);
    } catch (KafkaException e) {
      throw notSent.apply(e);
    }
  }
}
