package org.doorsopen.schemas.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.UndecodableEventException;
import org.doorsopen.schemas.UnreadableEvent;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that were set aside and wait for somebody to replay or discard them. Both answers are
 * records of the topic of dead letters as well, with the name of the one who gave it.
 */
public final class DeadLetterDesk {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterDesk.class);
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> consumer;
  private final Map<String, Object> producer;
  private final Deserializer<Object> events;

  /**
   * @param consumer settings of a client that may read topics and their dead letters
   * @param producer settings of a client that may write both
   * @param events reads values, and throws {@link UndecodableEventException}
   */
  public DeadLetterDesk(
      Map<String, Object> consumer, Map<String, Object> producer, Deserializer<Object> events) {
    this.consumer = new HashMap<>(consumer);
    this.consumer.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.producer = new HashMap<>(producer);
    this.events = events;
  }

  /** A letter with the record that was set aside; its headers are those that it came with. */
  public record Whole(
      DeadLetter letter, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {

    /** The same for an operator to look at. */
    public Shown shown() {
      Map<String, String> texts = new LinkedHashMap<>();
      headers.forEach(header ->
          texts.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8)));
      return new Shown(letter, texts, value == null ? null : HexFormat.of().formatHex(value));
    }
  }

  /**
   * @param value its bytes as hexadecimal digits; null where the record had no value
   */
  public record Shown(DeadLetter letter, Map<String, String> headers, @Nullable String value) {}

  /** Thrown where the answer would do harm or nothing; the message says why, to an operator. */
  public static final class NotNow extends RuntimeException {
    NotNow(String message) {
      super(message);
    }
  }

  /** The letters of these topics that wait, the oldest first. */
  public List<DeadLetter> waiting(Set<String> topics) {
    return topics.stream()
        .sorted()
        .flatMap(topic -> wholes(topic).stream())
        .map(Whole::letter)
        .sorted(Comparator.comparing(DeadLetter::setAsideAt))
        .toList();
  }

  /**
   * Empty for a letter that was never there, does not wait any more, or is of another topic.
   *
   * @param origin such as {@code rsvps-3@17}, from anybody
   */
  public Optional<Whole> find(Set<String> topics, String origin) {
    return topics.stream()
        .filter(topic -> origin.matches(topic + "-\\d{1,9}@\\d{1,18}"))
        .findFirst()
        .flatMap(topic ->
            wholes(topic).stream()
                .filter(whole -> whole.letter().origin().equals(origin))
                .findFirst());
  }

  private List<Whole> wholes(String topic) {
    Map<String, Whole> letters = new LinkedHashMap<>();
    Set<String> handled = new HashSet<>();
    read(
        Topics.deadLettersOf(topic),
        0,
        -1,
        each -> {
          String origin = DeadLetters.text(each.headers(), DeadLetters.ORIGIN);
          if (origin != null && DeadLetters.text(each.headers(), DeadLetters.HANDLED) != null) {
            handled.add(origin);
          } else if (origin != null) {
            letters.merge(origin, whole(topic, origin, each), DeadLetterDesk::ofBothReaders);
          }
        });
    return letters.values().stream()
        .filter(whole -> !handled.contains(whole.letter().origin()))
        .sorted(Comparator.comparing(whole -> whole.letter().setAsideAt()))
        .toList();
  }

  private static Whole whole(String topic, String origin, ConsumerRecord<byte[], byte[]> each) {
    String at = DeadLetters.text(each.headers(), DeadLetters.AT);
    String reader = DeadLetters.text(each.headers(), DeadLetters.READER);
    DeadLetter letter =
        new DeadLetter(
            origin,
            topic,
            each.key() == null ? null : new String(each.key(), UTF_8),
            Stream.ofNullable(reader).toList(),
            String.valueOf(DeadLetters.text(each.headers(), DeadLetters.ERROR)),
            at == null ? Instant.ofEpochMilli(each.timestamp()) : Instant.parse(at),
            each.value() == null ? null : each.value().length);
    RecordHeaders own = new RecordHeaders();
    each.headers()
        .forEach(header -> {
          if (!header.key().startsWith(DeadLetters.PREFIX)) {
            own.add(header);
          }
        });
    return new Whole(letter, each.key(), each.value(), own);
  }

  private static Whole ofBothReaders(Whole first, Whole next) {
    DeadLetter letter = first.letter();
    List<String> readers =
        Stream.concat(letter.readers().stream(), next.letter().readers().stream())
            .distinct()
            .toList();
    return new Whole(
        new DeadLetter(
            letter.origin(),
            letter.topic(),
            letter.key(),
            readers,
            letter.reason(),
            letter.setAsideAt(),
            letter.bytes()),
        first.key(),
        first.value(),
        first.headers());
  }

  /**
   * Puts the record back at the end of the partition that it came from.
   *
   * @param by the name of the person who asks for it, for the record
   * @throws NotNow if it would be set aside again, or if a later record says something newer of the
   *     same RSVP; publications have versions, by which readers know an earlier one
   */
  public synchronized void replay(Whole whole, String by) {
    TopicPartition place = placeOf(whole.letter());
    String key = whole.letter().key();
    Object event = eventOf(whole);
    EventSense.faultOf(place.topic(), key, event)
        .ifPresent(reason -> {
          throw new NotNow("It would be set aside again: " + reason);
        });
    if (!Topics.ofScheduleService().contains(place.topic())
        && hasLater(place, offsetOf(whole.letter()), subjectOf(key, event))) {
      throw new NotNow("A later record says something newer of the same; discard this one.");
    }
    send(
        new ProducerRecord<>(
            place.topic(), place.partition(), whole.key(), whole.value(), whole.headers()));
    markAs("replayed", whole, by);
  }

  /** Says that nothing is to become of the record. */
  public synchronized void discard(Whole whole, String by) {
    markAs("discarded", whole, by);
  }

  private void markAs(String what, Whole whole, String by) {
    RecordHeaders headers = new RecordHeaders();
    DeadLetters.put(headers, DeadLetters.ORIGIN, whole.letter().origin());
    DeadLetters.put(headers, DeadLetters.HANDLED, what);
    DeadLetters.put(headers, DeadLetters.BY, by);
    DeadLetters.put(headers, DeadLetters.AT, Instant.now().toString());
    String topic = Topics.deadLettersOf(whole.letter().topic());
    send(new ProducerRecord<>(topic, null, whole.key(), null, headers));
    log.info("{} has {} the dead letter {}", by, what, whole.letter().origin());
  }

  private @Nullable Object eventOf(Whole whole) {
    try {
      return events.deserialize(whole.letter().topic(), whole.value());
    } catch (UndecodableEventException e) {
      return new UnreadableEvent(String.valueOf(e.getMessage()));
    }
  }

  /** An RSVP where the event is about one; otherwise what its key says. */
  private static @Nullable String subjectOf(@Nullable String key, @Nullable Object event) {
    if (event instanceof SpecificRecord known && known.getSchema().getField("rsvpId") != null) {
      return String.valueOf(known.get(known.getSchema().getField("rsvpId").pos()));
    }
    return key;
  }

  /** False also where this service may write the topic and not read it: a topic of one reader. */
  private boolean hasLater(TopicPartition place, long offset, @Nullable String subject) {
    try {
      return !later(place, offset, subject).isEmpty();
    } catch (AuthorizationException e) {
      return false;
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> later(
      TopicPartition place, long offset, @Nullable String subject) {
    List<ConsumerRecord<byte[], byte[]>> later = new ArrayList<>();
    read(
        place.topic(),
        offset + 1,
        place.partition(),
        each -> {
          String key = each.key() == null ? null : new String(each.key(), UTF_8);
          Object event = readable(place.topic(), each.value());
          if (!(event instanceof UnreadableEvent)
              && subject != null
              && subject.equals(subjectOf(key, event))) {
            later.add(each);
          }
        });
    return later;
  }

  private @Nullable Object readable(String topic, byte @Nullable [] value) {
    try {
      return events.deserialize(topic, value);
    } catch (UndecodableEventException e) {
      return new UnreadableEvent(String.valueOf(e.getMessage()));
    }
  }

  /**
   * @param partition all of them where it is negative
   */
  private void read(
      String topic, long from, int partition, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (KafkaConsumer<byte[], byte[]> client =
        new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          client.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .filter(each -> partition < 0 || each.partition() == partition)
              .toList();
      client.assign(partitions);
      Map<TopicPartition, Long> begins = client.beginningOffsets(partitions);
      partitions.forEach(each -> client.seek(each, Math.max(from, begins.get(each))));
      Map<TopicPartition, Long> ends = client.endOffsets(partitions);
      long start = System.nanoTime();
      while (partitions.stream().anyMatch(each -> client.position(each) < ends.get(each))) {
        if (System.nanoTime() - start > LIMIT.toNanos()) {
          throw new IllegalStateException("Kafka does not give " + topic);
        }
        client.poll(POLL).forEach(reader);
      }
    }
  }

  private void send(ProducerRecord<byte[], byte[]> written) {
    try (KafkaProducer<byte[], byte[]> client =
        new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer())) {
      KafkaAnswers.await(
          client.send(written),
          LIMIT,
          e -> new IllegalStateException("Kafka does not take the answer to a dead letter", e));
    }
  }

  private static TopicPartition placeOf(DeadLetter letter) {
    String partition =
        letter.origin().substring(letter.topic().length() + 1, letter.origin().lastIndexOf('@'));
    return new TopicPartition(letter.topic(), Integer.parseInt(partition));
  }

  private static long offsetOf(DeadLetter letter) {
    return Long.parseLong(letter.origin().substring(letter.origin().lastIndexOf('@') + 1));
  }
}
