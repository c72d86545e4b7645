package org.doorsopen.notification.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.doorsopen.notification.deliveries.UnreachedRsvps.Change;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.events.DeliveryFailed;
import org.doorsopen.schemas.events.DeliveryResumed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryEventsTest {

  private static final Instant THEN = Instant.parse("2024-03-01T12:00:00.123Z");

  @ParameterizedTest
  @EnumSource
  void tellsWhyAMailReachedNobody(Failure failure) {
    ProducerRecord<String, Object> told = DeliveryEvents.recordOf(change(failure));

    assertThat(told.topic()).isEqualTo("deliveries");
    assertThat(told.key()).isEqualTo("rsvp");
    DeliveryFailed event = (DeliveryFailed) told.value();
    assertThat(event.getReason().name()).isEqualTo(failure.name());
    assertThat(event.getFailedAt()).isEqualTo(THEN);
  }

  @Test
  void tellsThatMailsArriveAgain() {
    assertThat(DeliveryEvents.recordOf(change(null)).value())
        .isInstanceOfSatisfying(
            DeliveryResumed.class, event -> assertThat(event.getResumedAt()).isEqualTo(THEN));
  }

  @Test
  void isTheSameEventWhenItIsToldAgain() {
    assertThat(id(change(Failure.EXPIRED)))
        .isEqualTo(id(change(Failure.EXPIRED)))
        .isNotEqualTo(id(change(null)));
  }

  private static String id(Change change) {
    return EventHeaders.readFrom(DeliveryEvents.recordOf(change).headers()).orElseThrow().id();
  }

  private static Change change(@Nullable Failure failure) {
    return new Change("rsvp", "meetup", new UUID(1, 1), failure, THEN, 1);
  }
}
