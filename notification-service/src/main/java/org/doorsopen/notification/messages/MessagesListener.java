package org.doorsopen.notification.messages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.messages.Message.Addressees;
import org.doorsopen.notification.messages.Message.Text;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.MessageSent;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Reads what organizers write, and queues a mail for each of those whom it is for at that moment,
 * in one transaction with the note that it was read. Whether it is still for them is asked once
 * more when the mail's turn has come.
 */
@Component
class MessagesListener {

  private final Inbox inbox;
  private final Meetups meetups;
  private final Messages messages;
  private final Recipients recipients;
  private final MailQueue queue;

  MessagesListener(
      Inbox inbox, Meetups meetups, Messages messages, Recipients recipients, MailQueue queue) {
    this.inbox = inbox;
    this.meetups = meetups;
    this.messages = messages;
    this.recipients = recipients;
    this.queue = queue;
  }

  @KafkaListener(topics = Topics.MESSAGES, groupId = "notification-messages")
  void on(ConsumerRecord<String, @Nullable Object> event) {
    if (event.value() instanceof MessageSent sent) {
      inbox.once(event, cause -> handle(sent, cause));
    }
  }

  /** One that was sent again has another place in the topic, and the same id. */
  private void handle(MessageSent sent, Cause cause) {
    // Not shared: a decision that is being handled is over then, or begins after this.
    meetups.lock(sent.getMeetupId());
    message(sent)
        .filter(messages::add)
        .ifPresent(message ->
            queue.add(
                recipients.activeAt(message.meetupId()).stream()
                    .filter(recipient -> message.isFor(recipient.rsvpId(), recipient.standing()))
                    .map(recipient -> MessageMails.of(message, recipient.rsvpId(), cause))
                    .toList()));
  }

  /** Empty if it is for people whom only a later release knows, or says nothing. */
  private static Optional<Message> message(MessageSent sent) {
    return addressees(sent)
        .filter(_ -> !sent.getTexts().isEmpty())
        .map(addressees ->
            new Message(
                sent.getMessageId(),
                sent.getMeetupId(),
                addressees,
                Set.copyOf(sent.getRsvpIds()),
                texts(sent),
                sent.getScheduleVersion(),
                sent.getSentAt()));
  }

  private static List<Text> texts(MessageSent sent) {
    return sent.getTexts().stream()
        .map(text -> new Text(text.getLanguage(), text.getSubject(), text.getText()))
        .toList();
  }

  private static Optional<Addressees> addressees(MessageSent sent) {
    return switch (sent.getAddressees()) {
      case EVERYONE -> Optional.of(Addressees.EVERYONE);
      case CONFIRMED -> Optional.of(Addressees.CONFIRMED);
      case WAITLISTED -> Optional.of(Addressees.WAITLISTED);
      case CHOSEN -> Optional.of(Addressees.CHOSEN);
      case UNKNOWN -> Optional.empty();
    };
  }
}
