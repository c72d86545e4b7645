package org.doorsopen.notification.announcements;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.announcements.domain.Reminder;
import org.doorsopen.notification.delivery.Jobs;
import org.doorsopen.notification.delivery.MailFacts;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.delivery.MailQueue;
import org.doorsopen.notification.delivery.MissedReasons;
import org.doorsopen.notification.delivery.NewMail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds those who have a seat: a job per meetup, lead and start, which finds out whom to write to
 * when it is due. The job of a start that has moved, or of a lead that is no longer wanted, finds
 * nothing to do.
 */
@Service
class Reminders {

  static final TaskDescriptor<Void> REMIND = TaskDescriptor.of("remind-of-meetup");

  private final Meetups meetups;
  private final Recipients recipients;
  private final MailQueue queue;
  private final Jobs jobs;
  private final NotificationSettings settings;
  private final Clock clock;

  Reminders(
      Meetups meetups,
      Recipients recipients,
      MailQueue queue,
      Jobs jobs,
      NotificationSettings settings,
      Clock clock) {
    this.meetups = meetups;
    this.recipients = recipients;
    this.queue = queue;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  /** Runs in the caller's transaction; planning twice is planning once. */
  void plan(Publication publication) {
    if (publication.cancelled()) {
      return;
    }
    for (Duration lead : settings.reminders()) {
      Reminder reminder = new Reminder(lead, publication.meetup().startsAt());
      if (reminder.isAheadAt(publication.publishedAt()) && reminder.isOfUseAt(clock.instant())) {
        String job = publication.meetupId() + "/" + reminder.id();
        jobs.add(REMIND.instance(job).build(), reminder.dueAt());
      }
    }
  }

  /** Queues a mail to each who had a seat when it was due and still has; too late, notes so. */
  @Transactional
  void remind(String meetupId, Reminder reminder) {
    meetups.lockShared(meetupId);
    Optional<Publication> latest = meetups.latest(meetupId).filter(now -> isMeant(reminder, now));
    if (latest.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    for (String rsvpId : recipients.toRemind(meetupId, reminder.dueAt())) {
      NewMail mail = mail(rsvpId, latest.get(), reminder);
      if (reminder.isOfUseAt(now)) {
        queue.add(mail);
      } else {
        queue.addMissed(mail, MissedReasons.LATE);
      }
    }
  }

  private boolean isMeant(Reminder reminder, Publication latest) {
    return !latest.cancelled()
        && latest.meetup().startsAt().equals(reminder.startsAt())
        && settings.reminders().contains(reminder.lead());
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
