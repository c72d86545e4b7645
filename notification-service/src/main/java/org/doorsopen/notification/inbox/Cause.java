package org.doorsopen.notification.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.schemas.EventHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The event that a mail or a note follows from.
 *
 * @param eventId the CloudEvents id; null if the record was not written by the platform
 */
public record Cause(String topic, int partition, long offset, @Nullable String eventId) {

  static Cause of(ConsumerRecord<?, ?> event) {
    String id = EventHeaders.readFrom(event.headers()).map(EventHeaders::id).orElse(null);
    return new Cause(event.topic(), event.partition(), event.offset(), id);
  }
}
