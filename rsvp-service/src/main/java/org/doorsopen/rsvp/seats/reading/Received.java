package org.doorsopen.rsvp.seats.reading;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.schemas.UndecodableEventException;
import org.doorsopen.schemas.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record as it came, with its bytes, so that a record that makes no sense can be set
 * aside as it is.
 */
public final class Received {

  private final @Nullable Object event;
  private final byte @Nullable [] bytes;

  /** Told by {@link LogTime}; the topic's own, which may be ahead of every clock. */
  private long loggedAtMillis = Long.MIN_VALUE;

  private Received(@Nullable Object event, byte @Nullable [] bytes) {
    this.event = event;
    this.bytes = bytes;
  }

  /** An {@link UnreadableEvent} where the bytes are none that anybody can read. */
  public @Nullable Object event() {
    return event;
  }

  public byte @Nullable [] bytes() {
    return bytes;
  }

  public long loggedAtMillis() {
    return loggedAtMillis;
  }

  void loggedAt(long millis) {
    loggedAtMillis = millis;
  }

  /** Fails only while the registry does not tell what the bytes are. */
  public static Serde<Received> serde(Serde<Object> events) {
    return new Serde<>() {
      @Override
      public Serializer<Received> serializer() {
        return (_, received) -> received.bytes();
      }

      @Override
      public Deserializer<Received> deserializer() {
        return new Reader(events.deserializer());
      }
    };
  }

  private record Reader(Deserializer<Object> events) implements Deserializer<Received> {

    @Override
    public Received deserialize(String topic, byte @Nullable [] bytes) {
      try {
        return new Received(events.deserialize(topic, bytes), bytes);
      } catch (UndecodableEventException e) {
        return new Received(new UnreadableEvent(String.valueOf(e.getMessage())), bytes);
      }
    }

    @Override
    public Received deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
      return deserialize(topic, bytes);
    }
  }
}
