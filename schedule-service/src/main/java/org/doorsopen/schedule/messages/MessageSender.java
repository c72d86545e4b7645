package org.doorsopen.schedule.messages;

import java.time.InstantSource;
import java.util.UUID;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.jobs.EventSender;
import org.doorsopen.schedule.messages.Message.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a message whose time has come. Whether it is still to be sent is decided now: by the
 * meetup, which may have been cancelled since it was written, and in the end by the service that
 * mails it, for a cancellation may come at the same time.
 */
@Component
class MessageSender {

  private static final Logger log = LoggerFactory.getLogger(MessageSender.class);

  private final Messages messages;
  private final Drafts drafts;
  private final EventSender events;
  private final InstantSource clock;

  MessageSender(Messages messages, Drafts drafts, EventSender events, InstantSource clock) {
    this.messages = messages;
    this.drafts = drafts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Returns when Kafka has it, or it is not to be sent any more; throws when Kafka does not answer.
   */
  @Transactional
  void send(UUID messageId) {
    messages
        .lock(messageId)
        .filter(message -> message.state() == State.WAITING)
        .ifPresent(this::settle);
  }

  private void settle(Message message) {
    Draft draft = drafts.find(message.meetupId()).orElseThrow();
    if (draft.latest() == null || Messaging.obstacle(draft, message.sendAt()) != null) {
      messages.settle(message.messageId(), State.DROPPED, clock.instant(), null);
      log.info("Dropped message {} of {}", message.messageId(), message.meetupId());
      return;
    }
    events.send(
        MessageEvents.recordOf(message, draft.latest().number()),
        e -> new MessageNotSent(message, e));
    messages.settle(message.messageId(), State.SENT, clock.instant(), null);
    log.info("Sent message {} of {}", message.messageId(), message.meetupId());
  }

  /** Thrown when Kafka has not acknowledged a message; the job tries again. */
  static final class MessageNotSent extends RuntimeException {
    MessageNotSent(Message message, Throwable cause) {
      super("Message %s is not sent yet: %s".formatted(message.messageId(), cause), cause);
    }
  }
}
