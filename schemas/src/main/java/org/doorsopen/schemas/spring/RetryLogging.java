package org.doorsopen.schemas.spring;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/**
 * Logs and counts each failed attempt at records; for a batch, Spring logs it at level DEBUG only.
 * Only the classes of the exceptions are logged, since their messages may repeat somebody's name
 * and address.
 */
final class RetryLogging implements RetryListener {

  private static final Logger log = LoggerFactory.getLogger(RetryLogging.class);

  private final MeterRegistry meters;

  RetryLogging(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void failedDelivery(ConsumerRecord<?, ?> failed, Exception failure, int attempt) {
    TopicPartition partition = new TopicPartition(failed.topic(), failed.partition());
    tell(partition, failed.offset(), failure, attempt);
  }

  @Override
  public void failedDelivery(ConsumerRecords<?, ?> batch, Exception failure, int attempt) {
    for (TopicPartition partition : batch.partitions()) {
      tell(partition, batch.records(partition).getFirst().offset(), failure, attempt);
    }
  }

  private void tell(TopicPartition partition, long offset, Exception failure, int attempt) {
    log.warn(
        "Cannot handle {} from offset {} on, trying again after attempt {}: {}",
        partition,
        offset,
        attempt,
        HandlingFaults.classes(failure));
    meters.counter("doors.events.retried", "topic", partition.topic()).increment();
  }
}
