package org.doorsopen.bench.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.RsvpRequested;

/**
 * Requests as rsvp-service writes them, made before the clock runs. The id of each names its round
 * and its number in it, so that decisions are counted one by one.
 */
public final class Rsvps {

  /** Where an event's first field begins, which is the rsvpId. */
  private static final int ID = 6;

  /**
   * The number of characters of an id that name its round; the last ones are the number within the
   * round.
   */
  private static final int OF_THE_ROUND = 18;

  private static final int NUMBER = 28;
  private static final int END = 36;

  private final Serializer<Object> events;
  private final UUID round = UUID.randomUUID();
  private final byte[] roundInText = round.toString().substring(0, OF_THE_ROUND).getBytes(US_ASCII);

  public Rsvps(Serializer<Object> events) {
    this.events = events;
  }

  public UUID round() {
    return round;
  }

  /** From that number on, one meetup after the other in turn. */
  public List<ProducerRecord<byte[], byte[]>> make(List<String> meetupIds, int from, int count) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return IntStream.range(from, from + count)
        .mapToObj(i -> bytes(request(meetupIds.get(i % meetupIds.size()), i, now)))
        .toList();
  }

  public ProducerRecord<byte[], byte[]> one(String meetupId, int number) {
    return bytes(request(meetupId, number, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
  }

  private ProducerRecord<String, Object> request(String meetupId, int number, Instant at) {
    String rsvpId = new UUID(round.getMostSignificantBits(), number).toString();
    SpecificRecord event = new RsvpRequested(rsvpId, meetupId, attendeeId(rsvpId), 0, at);
    return EventRecords.of(
        Topics.RSVPS, meetupId, event, EventHeaders.of("/bench", at, Traceparent.fresh()));
  }

  /** As long as a real one. */
  private static String attendeeId(String rsvpId) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(rsvpId.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public ProducerRecord<byte[], byte[]> bytes(ProducerRecord<String, Object> written) {
    return new ProducerRecord<>(
        written.topic(),
        null,
        written.timestamp(),
        written.key().getBytes(StandardCharsets.UTF_8),
        events.serialize(written.topic(), written.headers(), written.value()),
        written.headers());
  }

  /**
   * The rsvpId is the first field of requests and of decisions, after Confluent's magic byte and
   * schema id; reading nothing else leaves the processor to the measured work.
   */
  public static String idIn(byte[] event) {
    int lengthOfAnId = event[ID - 1] / 2;
    return new String(event, ID, lengthOfAnId, US_ASCII);
  }

  /** The number within this round of the request that an event is about, or -1. */
  public int numberIn(byte[] event) {
    if (!Arrays.equals(event, ID, ID + OF_THE_ROUND, roundInText, 0, OF_THE_ROUND)) {
      return -1;
    }
    int number = 0;
    for (int i = ID + NUMBER; i < ID + END; i++) {
      number = (number << 4) | Character.digit(event[i], 16);
    }
    return number;
  }
}
