package org.doorsopen.notification.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.doorsopen.notification.deliveries.UnreachedRsvps.Change;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.DeliveryFailed;
import org.doorsopen.schemas.events.DeliveryFailure;
import org.doorsopen.schemas.events.DeliveryResumed;

/** Writes what became of mails as the events that the other services read. */
final class DeliveryEvents {

  static final String SOURCE = "/notification-service/deliveries";

  private DeliveryEvents() {}

  /** The same each time, but for its trace: a reader knows a repeated one by its {@code ce_id}. */
  static ProducerRecord<String, Object> recordOf(Change change) {
    String id =
        UUID.nameUUIDFromBytes(
                (change.mailId() + "/" + change.failure() + "/" + change.changedAt())
                    .getBytes(UTF_8))
            .toString();
    EventHeaders headers =
        new EventHeaders(id, SOURCE, change.changedAt(), Traceparent.parse(null));
    return EventRecords.of(Topics.DELIVERIES, change.rsvpId(), event(change), headers);
  }

  private static SpecificRecord event(Change change) {
    Failure failure = change.failure();
    return failure == null
        ? DeliveryResumed.newBuilder()
            .setRsvpId(change.rsvpId())
            .setMeetupId(change.meetupId())
            .setMailId(change.mailId().toString())
            .setResumedAt(change.changedAt())
            .build()
        : DeliveryFailed.newBuilder()
            .setRsvpId(change.rsvpId())
            .setMeetupId(change.meetupId())
            .setMailId(change.mailId().toString())
            .setReason(
                switch (failure) {
                  case ADDRESS_REFUSED -> DeliveryFailure.ADDRESS_REFUSED;
                  case MAIL_REFUSED -> DeliveryFailure.MAIL_REFUSED;
                  case EXPIRED -> DeliveryFailure.EXPIRED;
                })
            .setFailedAt(change.changedAt())
            .build();
  }
}
