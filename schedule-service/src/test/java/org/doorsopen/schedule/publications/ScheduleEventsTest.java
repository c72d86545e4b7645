package org.doorsopen.schedule.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Place;
import org.doorsopen.schedule.meetups.domain.versions.Change;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.RoomChanged;
import org.junit.jupiter.api.Test;

/** A publication with a value in every component makes an event with a value in every field. */
class ScheduleEventsTest {

  private final List<String> given = new ArrayList<>();

  @Test
  void publishesEveryComponentOfAMeetup() throws ReflectiveOperationException {
    Publication publication = (Publication) filled(Publication.class, "publication");

    SpecificRecord event = (SpecificRecord) ScheduleEvents.recordOf(publication).value();

    assertSet(event, "event");
    assertThat(given).hasSizeGreaterThan(20);
    assertThat(event.toString()).contains(given);
  }

  @Test
  void tellsTheAddressOfTheRoomOnItsOwnTopicAlone() throws ReflectiveOperationException {
    Publication filled = (Publication) filled(Publication.class, "publication");
    String room = Objects.requireNonNull(filled.meetup().place().onlineUrl());

    ProducerRecord<String, Object> sent = ScheduleEvents.roomOf(filled).orElseThrow();

    assertThat(((RoomChanged) sent.value()).getOnlineUrl()).isEqualTo(room);
    assertThat(((RoomChanged) sent.value()).getVersion()).isEqualTo(filled.version());
    assertThat(sent.key()).isEqualTo(filled.meetupId().toString());
    assertThat(ScheduleEvents.recordOf(filled).value().toString()).doesNotContain(room);
  }

  @Test
  void saysThatTheRoomHasChangedAndNotWhatItIsOrWas() throws ReflectiveOperationException {
    Publication filled = (Publication) filled(Publication.class, "publication");
    Change change = new Change("onlineUrl", "https://meet.example/1", "https://meet.example/2");

    String event =
        ScheduleEvents.recordOf(with(filled, filled.meetup(), change)).value().toString();

    assertThat(event).contains("\"onlineUrl\"").doesNotContain("meet.example");
  }

  @Test
  void takesARoomAwayThatIsNoMoreAndLeavesOutWhatNeverWas() throws ReflectiveOperationException {
    Publication filled = (Publication) filled(Publication.class, "publication");
    Meetup m = filled.meetup();
    Meetup offline =
        new Meetup(
            m.title(),
            m.summary(),
            m.description(),
            m.hosts(),
            new Place(m.place().venue(), null),
            m.times(),
            m.seating(),
            m.windows(),
            m.reminders(),
            m.codeOfConductUrl(),
            m.sponsors(),
            m.agenda());
    Change gone = new Change("onlineUrl", "https://meet.example/1", null);

    assertThat(ScheduleEvents.roomOf(with(filled, offline, gone)).orElseThrow().value()).isNull();
    assertThat(ScheduleEvents.roomOf(with(filled, offline, new Change("title", "A", "B"))))
        .isEmpty();
  }

  private static Publication with(Publication p, Meetup meetup, Change change) {
    return new Publication(
        p.meetupId(),
        p.version(),
        p.status(),
        meetup,
        List.of(change),
        p.note(),
        p.audience(),
        p.publishedAt(),
        p.publishedBy(),
        p.traceparent(),
        p.sentAt());
  }

  private static void assertSet(Object value, String path) {
    assertThat(value).as(path).isNotNull();
    if (value instanceof SpecificRecord fields) {
      for (Schema.Field field : fields.getSchema().getFields()) {
        if (field.name().equals("onlineUrl")) {
          continue; // events of before have it; its topic is another now
        }
        assertSet(fields.get(field.pos()), path + "." + field.name());
      }
    } else if (value instanceof List<?> entries) {
      assertThat(entries).as(path).isNotEmpty();
      entries.forEach(entry -> assertSet(entry, path + "[]"));
    } else if (value instanceof Integer number) {
      assertThat(number).as(path).isNotZero();
    }
  }

  /** A value that no other component has, as far as its type can tell them apart. */
  private Object filled(Type type, String path) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list) {
      return List.of(filled(list.getActualTypeArguments()[0], path));
    }
    Class<?> raw = (Class<?>) type;
    if (raw == Traceparent.class) {
      return Traceparent.fresh();
    }
    if (raw.isRecord()) {
      return filledRecord(raw, path);
    }
    if (raw.isEnum()) {
      Object[] constants = raw.getEnumConstants();
      return constants[constants.length - 1];
    }
    if (raw == UUID.class) {
      return note(UUID.randomUUID());
    }
    if (raw == ZoneId.class) {
      return note(ZoneId.of("Europe/Berlin"));
    }
    if (raw == String.class) {
      return path.endsWith(".onlineUrl") ? "text of " + path : note("text of " + path);
    }
    if (raw == int.class || raw == Integer.class) {
      return Integer.valueOf(note(1_000_000 + given.size()).toString());
    }
    if (raw == Duration.class) {
      return Duration.ofSeconds(Long.parseLong(note(1_000_000 + given.size()).toString()));
    }
    if (raw == Instant.class) {
      Instant instant = Instant.parse("2026-03-05T18:00:00Z").plusSeconds(given.size());
      if (!path.endsWith(".sentAt")) { // not for the readers of the event
        note(instant);
      }
      return instant;
    }
    throw new IllegalArgumentException("Say here how to fill " + path + ", which is a " + raw);
  }

  private Object filledRecord(Class<?> type, String path) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = filled(components[i].getGenericType(), path + "." + components[i].getName());
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  private Object note(Object value) {
    given.add(value.toString());
    return value;
  }
}
