package org.doorsopen.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of every event: CloudEvents 1.0 attributes in Kafka's binary mode and the W3C trace
 * context.
 *
 * @param id unique for the source; the same event sent again keeps it
 * @param source which part of which service speaks, as a URI reference
 * @param time when the event happened
 */
public record EventHeaders(String id, String source, Instant time, Traceparent traceparent) {

  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SOURCE = "ce_source";
  public static final String TIME = "ce_time";
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String TRACEPARENT = "traceparent";

  /** The headers of a new event, with a random id. */
  public static EventHeaders of(String source, Instant time, Traceparent traceparent) {
    return new EventHeaders(UUID.randomUUID().toString(), source, time, traceparent);
  }

  /** Empty where the record was not written by us: an attribute is missing or malformed. */
  public static Optional<EventHeaders> readFrom(Headers headers) {
    String id = text(headers, ID);
    String source = text(headers, SOURCE);
    String time = text(headers, TIME);
    if (id == null || source == null || time == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new EventHeaders(id, source, Instant.parse(time), traceparentIn(headers)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** For callers that need only the trace; a fresh one if there is none. */
  public static Traceparent traceparentIn(Headers headers) {
    return Traceparent.parse(text(headers, TRACEPARENT));
  }

  /**
   * Replaces what these headers say of the same attributes.
   *
   * @param type the full name of the event's schema
   */
  public void writeTo(Headers headers, String type) {
    put(headers, SPEC_VERSION, "1.0");
    put(headers, ID, id);
    put(headers, TYPE, type);
    put(headers, SOURCE, source);
    put(headers, TIME, time.toString());
    put(headers, TRACEPARENT, traceparent.value());
  }

  private static void put(Headers headers, String name, String value) {
    if (headers.lastHeader(name) != null) {
      headers.remove(name);
    }
    headers.add(name, value.getBytes(UTF_8));
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
