package org.doorsopen.notification.announcements;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.announcements.domain.Announcement;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.delivery.Jobs;
import org.doorsopen.notification.delivery.MailFacts;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.delivery.MailQueue;
import org.doorsopen.notification.delivery.NewMail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns publications into mails: a job per publication, due when the change window has passed, that
 * tells of everything up to the latest version. The job of a version that was told finds nothing to
 * do. A cancellation waits for no window.
 */
@Service
class Announcer {

  static final TaskDescriptor<Void> TELL = TaskDescriptor.of("tell-of-publication");

  private final Meetups meetups;
  private final Recipients recipients;
  private final MailQueue queue;
  private final Jobs jobs;
  private final NotificationSettings settings;
  private final Clock clock;

  Announcer(
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
      jobs.add(TELL.instance(meetupId + "/" + publication.version()).build(), due(publication));
    }
    queue.scheduleArrived(meetupId, known);
  }

  private Instant due(Publication publication) {
    return publication.cancelled()
        ? clock.instant()
        : publication.publishedAt().plus(settings.changeWindow());
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
      recipients.activeAt(meetupId).forEach(recipient -> tellCancelled(recipient, latest));
    } else {
      tellChanged(latest, announced);
    }
    meetups.announced(meetupId, latest.version());
  }

  private void tellCancelled(Recipient recipient, Publication latest) {
    queue.add(CancellationMails.of(latest, recipient.rsvpId(), latest.cause()));
  }

  private void tellChanged(Publication latest, int announced) {
    List<Publication> news = meetups.between(latest.meetupId(), announced, latest.version());
    boolean everyone = news.stream().anyMatch(Publication::tellEveryone);
    for (Recipient recipient : recipients.activeAt(latest.meetupId())) {
      Optional<Meetup> told = told(recipient, announced);
      if (told.isPresent()
          && Announcement.of(told.get(), latest.meetup(), recipient.standing(), everyone)
              .isPresent()) {
        queue.add(changeMail(recipient, latest, announced));
      }
    }
  }

  /** Who was told nothing by us is taken to know what everyone was told before. */
  private Optional<Meetup> told(Recipient recipient, int announced) {
    Integer version = recipient.toldVersion();
    return meetups.asOf(recipient.meetupId(), version == null ? announced : version);
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
