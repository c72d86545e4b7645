package org.doorsopen.notification.publications;

import org.doorsopen.notification.delivery.MailFacts;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.delivery.MailQueue;
import org.doorsopen.notification.delivery.NewMail;
import org.doorsopen.notification.meetups.History;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.notification.reminders.Plans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns publications into mails: a job per publication, due when the change window has passed, that
 * tells of everything up to the latest version. The job of a version that was told finds nothing to
 * do. A cancellation waits for no window.
 */
@Service
class Announcer {

  private final Meetups meetups;
  private final Recipients recipients;
  private final MailQueue queue;
  private final Plans plans;

  Announcer(Meetups meetups, Recipients recipients, MailQueue queue, Plans plans) {
    this.meetups = meetups;
    this.recipients = recipients;
    this.queue = queue;
    this.plans = plans;
  }

  /** An older version than the known one says nothing new. Runs in the caller's transaction. */
  void published(Publication publication) {
    String meetupId = publication.meetupId();
    meetups.lock(meetupId);
    int known = meetups.latest(meetupId).map(Publication::version).orElse(0);
    if (publication.version() <= known) {
      return;
    }
    meetups.add(publication);
    if (known == 0 && !publication.cancelled()) {
      meetups.announced(meetupId, publication.version());
    } else {
      plans.telling(publication);
    }
    queue.scheduleArrived(meetupId, known);
  }

  /** Tells of the publications up to the latest, unless this version was told already. */
  @Transactional
  void tell(String meetupId, int version) {
    meetups.lock(meetupId);
    int announced = meetups.announcedVersion(meetupId);
    Publication latest = meetups.latest(meetupId).orElseThrow();
    if (version <= announced) {
      return;
    }
    if (latest.cancelled()) {
      queue.add(
          recipients.activeAt(meetupId).stream()
              .map(recipient -> CancellationMails.of(latest, recipient.rsvpId(), latest.cause()))
              .toList());
    } else {
      tellChanged(latest, announced);
    }
    meetups.announced(meetupId, latest.version());
  }

  private void tellChanged(Publication latest, int announced) {
    History history = meetups.history(latest.meetupId());
    queue.add(
        recipients.activeAt(latest.meetupId()).stream()
            .filter(recipient ->
                PendingChanges.of(recipient, announced, latest, history).announcement().isPresent())
            .map(recipient -> changeMail(recipient, latest, announced))
            .toList());
  }

  private static NewMail changeMail(Recipient recipient, Publication latest, int announced) {
    return new NewMail(
        MailKind.SCHEDULE_CHANGED,
        recipient.rsvpId(),
        latest.meetupId(),
        Integer.toString(latest.version()),
        latest.version(),
        MailFacts.since(announced),
        latest.publishedAt(),
        latest.cause());
  }
}
