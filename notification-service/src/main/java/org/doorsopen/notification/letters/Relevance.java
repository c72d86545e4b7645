package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MissedReason;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.domain.Reminder;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.reminders.Reminders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a mail is still worth sending when its turn has come. */
@Component
class Relevance {

  private final Reminders reminders;

  Relevance(Reminders reminders) {
    this.reminders = reminders;
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
    if (latest.meetup().isOver(now)) {
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
    };
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
