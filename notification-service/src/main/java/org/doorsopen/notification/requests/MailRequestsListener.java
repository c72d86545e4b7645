package org.doorsopen.notification.requests;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.notification.explanations.Explanations;
import org.doorsopen.notification.exports.Exports;
import org.doorsopen.notification.exports.HeldElsewhere;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.notification.mails.Erasures;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.CancellationExplained;
import org.doorsopen.schemas.events.DataExportRequested;
import org.doorsopen.schemas.events.ErasureLinkRequested;
import org.doorsopen.schemas.events.HeldRsvp;
import org.doorsopen.schemas.events.LinkRequested;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Queues the mails that people ask for, each at most once in an hour for each RSVP: one with the
 * link that erases, the mail again that tells where an RSVP stands, and what is held about the
 * address. Keeps the words of organizers for a mail that follows from a decision.
 */
@Component
class MailRequestsListener {

  private final Inbox inbox;
  private final MailQueue queue;
  private final Exports exports;
  private final Explanations explanations;
  private final Erasures erasures;

  MailRequestsListener(
      Inbox inbox, MailQueue queue, Exports exports, Explanations explanations, Erasures erasures) {
    this.inbox = inbox;
    this.queue = queue;
    this.exports = exports;
    this.explanations = explanations;
    this.erasures = erasures;
  }

  @KafkaListener(topics = Topics.MAIL_REQUESTS, groupId = "notification-mail-requests")
  void on(ConsumerRecord<String, @Nullable Object> event) {
    switch (event.value()) {
      case ErasureLinkRequested request -> inbox.once(event, cause -> add(request, cause));
      case LinkRequested request -> inbox.once(event, _ -> queue.addAgain(request.getRsvpId()));
      case DataExportRequested request -> inbox.once(event, cause -> add(request, cause));
      case CancellationExplained explained -> inbox.once(event, _ -> keep(explained));
      case null, default -> {} // a type that came after this build
    }
  }

  private void add(ErasureLinkRequested request, Cause cause) {
    queue.addHourly(
        mail(
            MailKind.ERASURE_LINK,
            request.getRsvpId(),
            request.getMeetupId(),
            request.getRequestedAt(),
            cause));
  }

  private void add(DataExportRequested request, Cause cause) {
    exports.put(request.getRsvpId(), request.getRequestedAt(), held(request));
    queue.addHourly(
        mail(
            MailKind.DATA_EXPORT,
            request.getRsvpId(),
            request.getMeetupId(),
            request.getRequestedAt(),
            cause));
  }

  /** Topics are read independently, so the person may be erased by now. */
  private void keep(CancellationExplained explained) {
    if (!erasures.isErased(explained.getRsvpId())) {
      explanations.put(explained.getRsvpId(), explained.getWords(), explained.getExplainedAt());
      queue.explanationArrived(explained.getRsvpId());
    }
  }

  private static NewMail mail(
      MailKind kind, String rsvpId, String meetupId, Instant requestedAt, Cause cause) {
    return new NewMail(
        kind,
        rsvpId,
        meetupId,
        Long.toString(requestedAt.toEpochMilli()),
        0,
        MailFacts.NONE,
        requestedAt,
        cause);
  }

  private static HeldElsewhere held(DataExportRequested request) {
    return new HeldElsewhere(
        request.getRsvps().stream().map(MailRequestsListener::held).toList(), request.getOthers());
  }

  private static HeldElsewhere.Rsvp held(HeldRsvp rsvp) {
    return new HeldElsewhere.Rsvp(
        rsvp.getRsvpId(),
        rsvp.getMeetupId(),
        rsvp.getContactReceivedAt(),
        rsvp.getStatus(),
        rsvp.getPartySize(),
        rsvp.getWaitlistPosition(),
        rsvp.getReason(),
        rsvp.getAddressConfirmed(),
        rsvp.getUndelivered());
  }
}
