package org.doorsopen.notification.messages;

import java.util.List;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.schemas.SeatDecision;
import org.springframework.stereotype.Component;

/**
 * The mails that say what organizers wrote: one for each RSVP and message, whichever handler is
 * first.
 */
@Component
public class MessageMails {

  private final Messages messages;

  MessageMails(Messages messages) {
    this.messages = messages;
  }

  static NewMail of(Message message, String rsvpId, Cause cause) {
    return new NewMail(
        MailKind.MESSAGE,
        rsvpId,
        message.meetupId(),
        message.messageId(),
        message.scheduleVersion(),
        MailFacts.message(message.messageId()),
        message.sentAt(),
        cause);
  }

  /**
   * Those of messages that were written after the decision and read before it: topics are read
   * independently, and a service that was down reads much at once. The caller has locked the
   * meetup.
   *
   * @param standing to which the decision has led
   */
  public List<NewMail> overtaking(SeatDecision.Fields decision, Standing standing, Cause cause) {
    return messages.since(decision.meetupId(), decision.decidedAt()).stream()
        .filter(message -> message.isFor(decision.rsvpId(), standing))
        .map(message -> of(message, decision.rsvpId(), cause))
        .toList();
  }
}
