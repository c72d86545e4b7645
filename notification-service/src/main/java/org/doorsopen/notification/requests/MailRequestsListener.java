package org.doorsopen.notification.requests;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ErasureLinkRequested;
import org.doorsopen.schemas.events.LinkRequested;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Queues the mails that people ask for, each at most once in an hour for each RSVP: one with the
 * link that erases, and the mail again that tells where an RSVP stands.
 */
@Component
class MailRequestsListener {

  private final Inbox inbox;
  private final MailQueue queue;

  MailRequestsListener(Inbox inbox, MailQueue queue) {
    this.inbox = inbox;
    this.queue = queue;
  }

  @KafkaListener(topics = Topics.MAIL_REQUESTS, groupId = "notification-mail-requests")
  void on(ConsumerRecord<String, @Nullable Object> event) {
    switch (event.value()) {
      case ErasureLinkRequested request ->
          inbox.once(event, cause -> queue.addHourly(mail(request, cause)));
      case LinkRequested request -> inbox.once(event, _ -> queue.addAgain(request.getRsvpId()));
      case null, default -> {} // of a type that came later
    }
  }

  private static NewMail mail(ErasureLinkRequested request, Cause cause) {
    return new NewMail(
        MailKind.ERASURE_LINK,
        request.getRsvpId(),
        request.getMeetupId(),
        Long.toString(request.getRequestedAt().toEpochMilli()),
        0,
        MailFacts.NONE,
        request.getRequestedAt(),
        cause);
  }
}
