package org.doorsopen.notification.reminders;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.AnnouncementSettings;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.notification.mails.MissedReason;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.domain.Reminder;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.recipients.Recipients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds people who have a seat. The job of a reminder finds out whom to write to when it is due;
 * if the start has moved, or the lead is no longer wanted, it finds nothing to do.
 */
@Service
public class Reminders {

  private final Meetups meetups;
  private final Recipients recipients;
  private final MailQueue queue;
  private final AnnouncementSettings settings;
  private final InstantSource clock;

  Reminders(
      Meetups meetups,
      Recipients recipients,
      MailQueue queue,
      AnnouncementSettings settings,
      InstantSource clock) {
    this.meetups = meetups;
    this.recipients = recipients;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Queues a mail to everyone who had a seat when the reminder was due and still has it. A reminder
   * that comes too late to be of use is noted as missed instead.
   */
  @Transactional
  public void remind(String meetupId, Reminder reminder) {
    meetups.lockShared(meetupId);
    Optional<Publication> latest =
        meetups.latest(meetupId).filter(now -> !now.cancelled() && faultOf(reminder, now) == null);
    if (latest.isEmpty()) {
      return;
    }
    List<NewMail> mails =
        recipients.toRemind(meetupId, reminder.dueAt()).stream()
            .map(rsvpId -> mail(rsvpId, latest.get(), reminder))
            .toList();
    if (reminder.isOfUseAt(clock.instant())) {
      queue.add(mails);
    } else {
      queue.addMissed(mails, MissedReason.LATE);
    }
  }

  /** The reason why a reminder that was queued is not sent any more; null if it is sent. */
  public @Nullable MissedReason reasonToDrop(
      Reminder reminder, Recipient recipient, Publication latest, Instant now) {
    MissedReason fault = faultOf(reminder, latest);
    if (fault != null) {
      return fault;
    }
    if (recipient.standing() != Standing.CONFIRMED) {
      return MissedReason.NO_SEAT;
    }
    if (!recipient.wantsReminders()) {
      return MissedReason.STOPPED;
    }
    return reminder.isOfUseAt(now) ? null : MissedReason.LATE;
  }

  private @Nullable MissedReason faultOf(Reminder reminder, Publication latest) {
    if (!latest.meetup().times().startsAt().equals(reminder.startsAt())) {
      return MissedReason.MOVED;
    }
    boolean wanted = latest.meetup().remindersOr(settings.reminders()).contains(reminder.lead());
    return wanted ? null : MissedReason.DROPPED;
  }

  private static NewMail mail(String rsvpId, Publication latest, Reminder reminder) {
    return new NewMail(
        MailKind.REMINDER,
        rsvpId,
        latest.meetupId(),
        reminder.id(),
        latest.version(),
        MailFacts.reminder(reminder.id()),
        reminder.dueAt(),
        latest.cause());
  }
}
