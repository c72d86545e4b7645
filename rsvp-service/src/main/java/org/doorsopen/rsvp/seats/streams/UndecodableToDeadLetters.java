package org.doorsopen.rsvp.seats.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.UndecodableEventException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets undecodable records of {@code rsvps} aside, in the transaction that moves on from them. Any
 * other record that cannot be read stops the stream: under a skipped schedule, seats would be given
 * out by the wrong terms, and a registry that is away comes back. Kafka Streams makes this class by
 * its name.
 */
public final class UndecodableToDeadLetters implements DeserializationExceptionHandler {

  /** A setting of ours: the {@link Runnable} that is run for each record set aside. */
  static final String ON_DEAD_LETTER = "doors.on.dead.letter";

  private static final Logger log = LoggerFactory.getLogger(UndecodableToDeadLetters.class);

  private @Nullable Runnable onDeadLetter;

  @Override
  public void configure(Map<String, ?> configs) {
    onDeadLetter = (Runnable) configs.get(ON_DEAD_LETTER);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unread, Exception failure) {
    if (!(failure instanceof UndecodableEventException) || !unread.topic().equals(Topics.RSVPS)) {
      return Response.fail();
    }
    log.error(
        "Undecodable record {}-{}@{} goes to {}: {}",
        unread.topic(),
        unread.partition(),
        unread.offset(),
        Topics.RSVPS_DLT,
        failure.getMessage());
    if (onDeadLetter != null) {
      onDeadLetter.run();
    }
    return Response.resume(List.of(deadLetter(unread, failure)));
  }

  private static ProducerRecord<byte[], byte[]> deadLetter(
      ConsumerRecord<byte[], byte[]> unread, Exception failure) {
    RecordHeaders headers = new RecordHeaders(unread.headers());
    String origin = unread.topic() + "-" + unread.partition() + "@" + unread.offset();
    headers.add("doors_origin", origin.getBytes(UTF_8));
    headers.add("doors_error", String.valueOf(failure.getMessage()).getBytes(UTF_8));
    return new ProducerRecord<>(
        Topics.RSVPS_DLT, null, unread.timestamp(), unread.key(), unread.value(), headers);
  }
}
