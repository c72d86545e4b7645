package org.doorsopen.schedule.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.Addressees;
import org.doorsopen.schemas.events.MessageSent;
import org.doorsopen.schemas.events.MessageText;

/** Writes messages as the events that notification-service reads. */
final class MessageEvents {

  private static final String SOURCE = "/schedule-service/messages";

  private MessageEvents() {}

  /**
   * The record of a message; a reader knows a repeated one by its {@code ce_id}, and by the
   * message's own id.
   *
   * @param version the latest of the meetup
   */
  static ProducerRecord<String, Object> recordOf(Message message, int version) {
    String meetupId = message.meetupId().toString();
    String name = "message/" + message.messageId();
    EventHeaders headers =
        new EventHeaders(
            UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(),
            SOURCE,
            message.sendAt(),
            message.traceparent());
    return EventRecords.of(Topics.MESSAGES, meetupId, event(message, version), headers);
  }

  private static MessageSent event(Message message, int version) {
    return new MessageSent(
        message.messageId().toString(),
        message.meetupId().toString(),
        Addressees.valueOf(message.addressees().name()),
        message.rsvpIds().stream().map(UUID::toString).toList(),
        message.texts().stream()
            .map(text -> new MessageText(text.language(), text.subject(), text.text()))
            .toList(),
        version,
        message.sendAt(),
        message.writtenBy());
  }
}
