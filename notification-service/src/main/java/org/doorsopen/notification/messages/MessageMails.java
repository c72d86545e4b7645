package org.doorsopen.notification.messages;

import java.util.List;
import java.util.stream.Stream;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.schemas.SeatDecision;
import org.doorsopen.schemas.SeatDecision.Awaited;
import org.doorsopen.schemas.SeatDecision.ChangeDeclined;
import org.doorsopen.schemas.SeatDecision.Changed;
import org.doorsopen.schemas.SeatDecision.Confirmed;
import org.doorsopen.schemas.SeatDecision.Declined;
import org.doorsopen.schemas.SeatDecision.GrantDeclined;
import org.doorsopen.schemas.SeatDecision.Noted;
import org.doorsopen.schemas.SeatDecision.PromotionsEnded;
import org.doorsopen.schemas.SeatDecision.Released;
import org.doorsopen.schemas.SeatDecision.Waitlisted;
import org.springframework.stereotype.Component;

/** The mails that say what organizers wrote: one for each RSVP and message, whoever asks first. */
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
   * independently, and a service that was down reads much at once.
   */
  public List<NewMail> overtaking(SeatDecision decision, Cause cause) {
    return standing(decision)
        .flatMap(standing ->
            messages.since(decision.fields().meetupId(), decision.fields().decidedAt()).stream()
                .filter(message -> message.isFor(decision.fields().rsvpId(), standing)))
        .map(message -> of(message, decision.fields().rsvpId(), cause))
        .toList();
  }

  private static Stream<Standing> standing(SeatDecision decision) {
    return switch (decision) {
      case Confirmed _ -> Stream.of(Standing.CONFIRMED);
      case Waitlisted _ -> Stream.of(Standing.WAITLISTED);
      case Changed changed ->
          Stream.of(changed.waitlistNumber() == null ? Standing.CONFIRMED : Standing.WAITLISTED);
      case Released _,
          Declined _,
          Awaited _,
          Noted _,
          PromotionsEnded _,
          ChangeDeclined _,
          GrantDeclined _ ->
          Stream.of();
    };
  }
}
