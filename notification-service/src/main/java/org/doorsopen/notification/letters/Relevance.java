package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.doorsopen.notification.delivery.Mail;
import org.doorsopen.notification.delivery.MissedReasons;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.domain.Reminder;
import org.doorsopen.notification.meetups.domain.Standing;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.reminders.Reminders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a mail is still of use when it is its turn. */
@Component
class Relevance {

  private final Reminders reminders;

  Relevance(Reminders reminders) {
    this.reminders = reminders;
  }

  /**
   * Why nobody is to get the mail any more; null if it is sent.
   *
   * @param recipient null where the RSVP never had a seat or a place in line
   */
  @Nullable String reasonToDrop(
      Mail mail, Publication latest, @Nullable Recipient recipient, Instant now) {
    if (latest.meetup().isOver(now)) {
      return MissedReasons.OVER;
    }
    if (latest.cancelled() && mail.kind().looksForward()) {
      return MissedReasons.CANCELLED;
    }
    return switch (mail.kind()) {
      case SEAT_CONFIRMED, SEAT_PROMOTED ->
          unless(mail, recipient, Standing.CONFIRMED::equals, MissedReasons.NO_SEAT);
      case SEAT_WAITLISTED, WAITLIST_CLOSED ->
          unless(mail, recipient, Standing.WAITLISTED::equals, MissedReasons.NOT_WAITING);
      case ALREADY_REGISTERED -> unless(mail, recipient, Standing::isActive, MissedReasons.NO_RSVP);
      case REMINDER -> {
        Reminder reminder = Reminder.parse(Objects.requireNonNull(mail.facts().reminder()));
        yield reminders.reasonToDrop(reminder, Objects.requireNonNull(recipient), latest, now);
      }
      case RSVP_CANCELLED, RSVP_DECLINED, SCHEDULE_CHANGED, MEETUP_CANCELLED -> null;
    };
  }

  /**
   * Told in order, a seat is news although its end comes next; told again because an organizer
   * wants so, it may come after its end, and then it must still be true.
   */
  private static @Nullable String unless(
      Mail mail, @Nullable Recipient recipient, Predicate<Standing> stillTrue, String reason) {
    boolean inOrder = mail.retriedAt() == null;
    return inOrder || (recipient != null && stillTrue.test(recipient.standing())) ? null : reason;
  }
}
