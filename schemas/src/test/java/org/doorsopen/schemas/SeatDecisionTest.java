package org.doorsopen.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.doorsopen.schemas.events.ChangeDeclineReason;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.GrantDeclineReason;
import org.doorsopen.schemas.events.GrantReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpRequested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of the topic is read, and every field of it is where its name says. */
class SeatDecisionTest {

  static Iterable<Schema> decisions() {
    return EventTypes.BY_TOPIC.get(Topics.SEATS);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void saysEverythingThatTheEventSays(Schema schema) {
    SpecificRecord event = anEmpty(schema);
    Map<String, Object> expected = new LinkedHashMap<>();
    for (Schema.Field field : schema.getFields()) {
      Object value = aValueFor(field);
      event.put(field.pos(), value);
      expected.put(field.name(), value);
    }

    SeatDecision decision = SeatDecision.in(event).orElseThrow();

    assertThat(components(decision)).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void isEmptyForEventsThatDecideNothing() {
    assertThat(SeatDecision.in(null)).isEmpty();
    assertThat(SeatDecision.in(new RsvpRequested())).isEmpty();
    assertThat(SeatDecision.in("a decision of a later build")).isEmpty();
  }

  private static SpecificRecord anEmpty(Schema schema) {
    try {
      return (SpecificRecord)
          Class.forName(schema.getFullName()).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another one for each field, so that no two can be swapped. */
  private static Object aValueFor(Schema.Field field) {
    return switch (field.name()) {
      case "promoted", "wasConfirmed", "movesUp", "explained", "added" -> true;
      case "promotionsEnded" -> false;
      case "reason" ->
          switch (field.schema().getName()) {
            case "ReleaseReason" -> ReleaseReason.ORGANIZER;
            case "ChangeDeclineReason" -> ChangeDeclineReason.ROOM_TOO_SMALL;
            case "GrantDeclineReason" -> GrantDeclineReason.ALREADY_SEATED;
            default -> DeclineReason.FULL;
          };
      case "grantReason" -> GrantReason.SPONSOR;
      case "reasonOtherwise" -> DeclineReason.RSVPS_CLOSED;
      case "decidedAt" -> Instant.parse("2030-06-12T16:00:00Z");
      case "confirmUntil" -> Instant.parse("2030-06-12T17:00:00Z");
      case "waitlistNumber" -> 100L;
      default -> field.schema().getType() == Schema.Type.INT ? (Object) field.pos() : field.name();
    };
  }

  private static Map<String, Object> components(Object value) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object found = read(component, value);
      if (found instanceof SeatDecision.Fields || found instanceof SeatDecision.Figures) {
        all.putAll(components(found));
      } else {
        all.put(component.getName(), found);
      }
    }
    return all;
  }

  private static Object read(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
