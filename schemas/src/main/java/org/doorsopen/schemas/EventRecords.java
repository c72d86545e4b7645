package org.doorsopen.schemas;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events as Kafka takes them. */
public final class EventRecords {

  private EventRecords() {}

  /**
   * Without a timestamp: the broker gives the record one when it takes it. The event's own time is
   * in its headers, because a clock that is ahead must not keep an event from being taken.
   */
  public static ProducerRecord<String, Object> of(
      String topic, String key, SpecificRecord event, EventHeaders headers) {
    ProducerRecord<String, Object> producerRecord = new ProducerRecord<>(topic, key, event);
    headers.writeTo(producerRecord.headers(), event.getSchema().getFullName());
    return producerRecord;
  }

  /** Erases what a compacted topic holds for the key. */
  @SuppressWarnings("NullAway") // a null value is what a tombstone is
  public static ProducerRecord<String, Object> tombstone(String topic, String key) {
    return new ProducerRecord<>(topic, key, null);
  }

  /** Tells no reader anything, but is one more record in that partition of a compacted topic. */
  @SuppressWarnings("NullAway") // a null value is what a tombstone is
  public static ProducerRecord<String, Object> tombstoneOfNobody(String topic, int partition) {
    return new ProducerRecord<>(topic, partition, Topics.NOBODY, null);
  }
}
