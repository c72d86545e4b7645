package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MissedReason;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.domain.Reminder;
import org.doorsopen.notification.messages.Message.Addressees;
import org.doorsopen.notification.messages.Messages;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.reminders.Reminders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a mail is still worth sending when its turn has come. */
@Component
class Relevance {

  private final Reminders reminders;
  private final Messages messages;

  Relevance(Reminders reminders, Messages messages) {
    this.reminders = reminders;
    this.messages = messages;
  }

  /**
   * The reason why the mail is not sent any more; null if it is sent.
   *
   * @param recipient null if the RSVP never had a seat or a place in line
   */
  @Nullable MissedReason reasonToDrop(
      Mail mail, Publication latest, @Nullable Recipient recipient, Instant now) {
    if (mail.kind().isAboutItsReader()) {
      return null;
    }
    if (latest.meetup().isOver(now) && !isWrittenAfterwards(mail, latest)) {
      return MissedReason.OVER;
    }
    if (latest.cancelled() && mail.kind().looksForward()) {
      return MissedReason.CANCELLED;
    }
    return switch (LetterKind.of(mail.kind()).stillTrue()) {
      case NOTHING -> null;
      case HAS_SEAT -> unless(mail, recipient, Standing.CONFIRMED::equals, MissedReason.NO_SEAT);
      case WAITS -> unless(mail, recipient, Standing.WAITLISTED::equals, MissedReason.NOT_WAITING);
      case HAS_RSVP -> unless(mail, recipient, Standing::isActive, MissedReason.NO_RSVP);
      case STANDS ->
          recipient != null && recipient.standing().isActive() ? null : MissedReason.NO_RSVP;
      case IS_TO_BE_REMINDED -> {
        Reminder reminder = Reminder.parse(Objects.requireNonNull(mail.facts().reminder()));
        yield reminders.reasonToDrop(reminder, Objects.requireNonNull(recipient), latest, now);
      }
      case IS_ADDRESSED -> {
        String messageId = Objects.requireNonNull(mail.facts().message());
        yield unlessAddressed(messages.get(messageId).addressees(), recipient);
      }
    };
  }

  /** Words of thanks come when it is over, and words about the way are of no use then. */
  private static boolean isWrittenAfterwards(Mail mail, Publication latest) {
    return mail.kind() == MailKind.MESSAGE && latest.meetup().isOver(mail.times().occurredAt());
  }

  private static @Nullable MissedReason unlessAddressed(
      Addressees addressees, @Nullable Recipient recipient) {
    if (recipient == null || !recipient.standing().isActive()) {
      return MissedReason.NO_RSVP;
    }
    if (addressees.include(recipient.standing())) {
      return null;
    }
    return addressees == Addressees.CONFIRMED ? MissedReason.NO_SEAT : MissedReason.NOT_WAITING;
  }

  /**
   * When its turn comes, a mail about a seat is news even if the mail about its end comes next.
   * When an organizer has it tried again, or its mailbox had too many, it may come after that mail,
   * so it must still be true.
   */
  private static @Nullable MissedReason unless(
      Mail mail,
      @Nullable Recipient recipient,
      Predicate<Standing> stillTrue,
      MissedReason reason) {
    return mail.isInOrder() || (recipient != null && stillTrue.test(recipient.standing()))
        ? null
        : reason;
  }
}
