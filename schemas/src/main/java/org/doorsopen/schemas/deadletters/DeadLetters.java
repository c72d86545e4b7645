package org.doorsopen.schemas.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a record that was set aside. It keeps its key, its bytes and its own headers;
 * these say where it stood, which reader could not make sense of it, and why.
 */
public final class DeadLetters {

  /** Every header here begins like this, and no other. */
  static final String PREFIX = "doors_";

  /** Topic, partition and offset: {@code rsvps-3@17}. */
  public static final String ORIGIN = PREFIX + "origin";

  public static final String READER = PREFIX + "reader";
  public static final String ERROR = PREFIX + "error";

  /** When the record was set aside, or when somebody said what becomes of it. */
  public static final String AT = PREFIX + "at";

  /** Of a later record with the same origin: {@code replayed} or {@code discarded}. */
  public static final String HANDLED = PREFIX + "handled";

  public static final String BY = PREFIX + "by";

  private DeadLetters() {}

  public static String origin(String topic, int partition, long offset) {
    return topic + "-" + partition + "@" + offset;
  }

  /**
   * @param own the record's own headers
   * @param reader the consumer group
   */
  public static Headers headers(
      Headers own, String origin, String reader, String reason, Instant at) {
    RecordHeaders headers = new RecordHeaders(own);
    put(headers, ORIGIN, origin);
    put(headers, READER, reader);
    put(headers, ERROR, reason);
    put(headers, AT, at.toString());
    return headers;
  }

  static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(UTF_8));
  }

  /** Null where there is no such header. */
  public static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
