package org.doorsopen.notification.decisions;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.schemas.SeatDecision;
import org.doorsopen.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Reads the decisions about seats. The mails that follow from a decision are one transaction with
 * the note that it was handled, so that a redelivered event queues nothing twice.
 */
@Component
class SeatsListener {

  private final Inbox inbox;
  private final SeatDecisionHandler decisions;

  SeatsListener(Inbox inbox, SeatDecisionHandler decisions) {
    this.inbox = inbox;
    this.decisions = decisions;
  }

  @KafkaListener(topics = Topics.SEATS, groupId = "notification-seats")
  void on(ConsumerRecord<String, @Nullable Object> event) {
    inbox.once(
        event,
        cause ->
            SeatDecision.in(event.value())
                .ifPresent(decision -> decisions.handle(decision, cause)));
  }
}
