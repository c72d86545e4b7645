package org.doorsopen.notification.contacts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.notification.explanations.Explanations;
import org.doorsopen.notification.exports.Exports;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.ErasureCompleted;
import org.doorsopen.schemas.events.ErasureRequested;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Erases what this service holds of an RSVP when that was asked for, and gives its receipt: name,
 * address and language, the mails that wait, a server's words about the address, what was told to
 * whom, what was gathered for a mail about it, and what an organizer wrote. A receipt is given
 * again if the service dies before Kafka has it, and the first counts.
 */
@Component
class ErasuresListener {

  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(20);

  private final Inbox inbox;
  private final Contacts contacts;
  private final MailQueue queue;
  private final Recipients recipients;
  private final Exports exports;
  private final Explanations explanations;
  private final KafkaTemplate<String, Object> kafka;
  private final InstantSource clock;
  private final String service;

  ErasuresListener(
      Inbox inbox,
      Contacts contacts,
      MailQueue queue,
      Recipients recipients,
      Exports exports,
      Explanations explanations,
      KafkaTemplate<String, Object> kafka,
      InstantSource clock,
      @Value("${spring.application.name}") String service) {
    this.inbox = inbox;
    this.contacts = contacts;
    this.queue = queue;
    this.recipients = recipients;
    this.exports = exports;
    this.explanations = explanations;
    this.kafka = kafka;
    this.clock = clock;
    this.service = service;
  }

  @KafkaListener(topics = Topics.ERASURES, groupId = "notification-erasures")
  void on(ConsumerRecord<String, @Nullable Object> event) {
    if (event.value() instanceof ErasureRequested request) {
      inbox.once(event, _ -> erase(request));
      answer(request, EventHeaders.traceparentIn(event.headers()));
    }
  }

  private void erase(ErasureRequested request) {
    contacts.erase(request.getRsvpId(), request.getRequestedAt());
    queue.contactErased(request.getRsvpId());
    recipients.erase(request.getRsvpId());
    exports.erase(request.getRsvpId());
    explanations.erase(request.getRsvpId());
  }

  private void answer(ErasureRequested request, Traceparent trace) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ErasureCompleted receipt =
        new ErasureCompleted(request.getErasureId(), request.getRsvpId(), service, now);
    EventHeaders headers = EventHeaders.of("/" + service + "/erasures", now, trace.child());
    KafkaAnswers.await(
        kafka.send(EventRecords.of(Topics.ERASURES, request.getRsvpId(), receipt, headers)),
        ACKNOWLEDGED_WITHIN,
        e -> new IllegalStateException("Kafka does not take the receipt of an erasure", e));
  }
}
