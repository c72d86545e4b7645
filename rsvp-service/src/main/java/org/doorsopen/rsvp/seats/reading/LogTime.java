package org.doorsopen.rsvp.seats.reading;

import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.doorsopen.schemas.Topics;

/**
 * The time by which records of two topics are put into one order, never ahead of this clock. A
 * timestamp that is ahead tells nothing: such a schedule stands right behind the one before it, so
 * that it holds up neither its own requests nor the schedules behind it; such a request stands
 * where it is read.
 */
public final class LogTime implements TimestampExtractor {

  private final InstantSource clock;

  public LogTime(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> read, long partitionTime) {
    if (read.value() instanceof Received received) {
      received.loggedAt(read.timestamp());
    }
    long now = clock.millis();
    if (read.timestamp() <= now) {
      return Math.max(0, read.timestamp());
    }
    return read.topic().equals(Topics.SCHEDULES) ? Math.clamp(partitionTime, 0, now) : now;
  }
}
