package org.doorsopen.schemas.deadletters;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.UnreadableEvent;
import org.doorsopen.schemas.events.MeetupStatus;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that an event must meet before a reader takes it at its word, by the types and
 * names of its fields, so that new events and topics are looked at as well. An event of a type that
 * came later than this build makes sense: readers pass over it.
 */
public final class EventSense {

  private static final int MAX_ID = 200;
  private static final int MAX_TEXT = 100_000;

  /** A database keeps an index of these, which takes no long ones. */
  private static final Map<String, Integer> SHORTER = Map.of("email", 400, "locale", 100);

  private static final int MAX_NUMBER = 1_000_000_000;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private EventSense() {}

  /** The record, or one with an {@link UnreadableEvent} where it makes no sense on its topic. */
  public static ConsumerRecord<String, Object> checked(ConsumerRecord<String, Object> read) {
    return faultOf(read.topic(), read.key(), read.value())
        .map(reason -> withValue(read, new UnreadableEvent(reason)))
        .orElse(read);
  }

  /** Empty where the event makes sense; otherwise the reason, without anything of the contents. */
  public static Optional<String> faultOf(
      String topic, @Nullable String key, @Nullable Object event) {
    return Optional.ofNullable(
        switch (event) {
          case UnreadableEvent unreadable -> unreadable.reason();
          case _ when key == null -> "No key";
          case null -> Topics.takesTombstones(topic) ? null : "No value";
          case SpecificRecord known -> faultOf(topic, key, known);
          default -> null;
        });
  }

  private static @Nullable String faultOf(String topic, String key, SpecificRecord event) {
    if (!Topics.takes(topic, event.getSchema().getFullName())) {
      return "An event of another topic";
    }
    String fault = faultOfRecord(event);
    if (fault != null) {
      return fault;
    }
    return hasId(event, key) ? null : "The key is none of the event's ids";
  }

  /** Written as loops, as this is done for every record that is decided about. */
  private static boolean hasId(SpecificRecord event, String key) {
    boolean hasIds = false;
    for (Schema.Field field : event.getSchema().getFields()) {
      if (isId(field.name()) && event.get(field.pos()) instanceof CharSequence id) {
        if (key.contentEquals(id)) {
          return true;
        }
        hasIds = true;
      }
    }
    return !hasIds;
  }

  private static @Nullable String faultOfRecord(IndexedRecord event) {
    for (Schema.Field field : event.getSchema().getFields()) {
      String fault = faultOfValue(field.name(), event.get(field.pos()));
      if (fault != null) {
        return event.getSchema().getName() + "." + field.name() + " " + fault;
      }
    }
    return null;
  }

  private static @Nullable String faultOfValue(String name, @Nullable Object value) {
    return switch (value) {
      case CharSequence text -> faultOfText(name, text.toString());
      case Integer number -> faultOfNumber(name, number);
      case Long number -> faultOfNumber(name, number);
      case Instant instant ->
          instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? "is out of time" : null;
      case MeetupStatus status ->
          status == MeetupStatus.UNKNOWN ? "is one of a later release" : null;
      case IndexedRecord inner -> faultOfRecord(inner);
      case Collection<?> several ->
          several.stream()
              .map(each -> faultOfValue(name, each))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      case null, default -> null;
    };
  }

  private static @Nullable String faultOfText(String name, String text) {
    if (text.length() > SHORTER.getOrDefault(name, MAX_TEXT)) {
      return "is longer than any";
    }
    if (text.indexOf('\0') >= 0) {
      return "has a zero character";
    }
    if (isId(name) && !isIdText(text)) {
      return "is no id";
    }
    return name.equals("timeZone") && !isZone(text) ? "is no zone that is known here" : null;
  }

  private static @Nullable String faultOfNumber(String name, long number) {
    long least = name.equals("seats") ? 1 : 0;
    return number < least || number > MAX_NUMBER ? "is out of bounds" : null;
  }

  private static boolean isId(String name) {
    return name.endsWith("Id");
  }

  private static boolean isIdText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '!' || text.charAt(i) > '~') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_ID;
  }

  private static boolean isZone(String text) {
    try {
      return ZoneId.of(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static ConsumerRecord<String, Object> withValue(
      ConsumerRecord<String, Object> read, Object value) {
    return new ConsumerRecord<>(
        read.topic(),
        read.partition(),
        read.offset(),
        read.timestamp(),
        read.timestampType(),
        read.serializedKeySize(),
        read.serializedValueSize(),
        read.key(),
        value,
        read.headers(),
        read.leaderEpoch());
  }
}
