package org.doorsopen.notification.publications;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.AnnouncementSettings;
import org.doorsopen.notification.jobs.MeetupJobs;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.notification.meetups.History;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.publications.Holds.Hold;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.recipients.Recipients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns publications into mails. Each publication has a job, due when its change window has passed,
 * which tells of everything up to the latest version; the jobs of the versions in between then find
 * nothing to do. A cancellation waits for no window.
 */
@Service
class Announcer {

  private final Meetups meetups;
  private final Recipients recipients;
  private final MailQueue queue;
  private final Holds holds;
  private final MeetupJobs jobs;
  private final AnnouncementSettings settings;
  private final InstantSource clock;

  Announcer(
      Meetups meetups,
      Recipients recipients,
      MailQueue queue,
      Holds holds,
      MeetupJobs jobs,
      AnnouncementSettings settings,
      InstantSource clock) {
    this.meetups = meetups;
    this.recipients = recipients;
    this.queue = queue;
    this.holds = holds;
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes a publication in, in the caller's transaction. A version that is not newer than the known
   * one changes nothing, and the first one is no news to anybody.
   */
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
      planTelling(publication);
    }
    queue.scheduleArrived(meetupId, known);
  }

  private void planTelling(Publication publication) {
    Instant due = publication.cancelled() ? clock.instant() : endOfWindow(publication);
    jobs.add(
        AnnouncementJobs.TELL,
        publication.meetupId(),
        Integer.toString(publication.version()),
        due);
  }

  /** While mails about earlier versions are held back, this one waits with them. */
  private Instant endOfWindow(Publication publication) {
    Instant end = noLaterThanNow(publication.publishedAt()).plus(settings.changeWindow());
    return holds.of(publication.meetupId()).map(Hold::until).filter(end::isBefore).orElse(end);
  }

  /** A publisher's clock may be ahead; people are told in time nevertheless. */
  private Instant noLaterThanNow(Instant published) {
    Instant now = clock.instant();
    return published.isAfter(now) ? now : published;
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
    holds.remove(meetupId);
  }

  private void tellChanged(Publication latest, int announced) {
    queue.add(
        concerned(latest).stream()
            .map(recipient -> changeMail(recipient, latest, announced))
            .toList());
  }

  /** Who would be told if that were now; the caller holds the lock of the meetup. */
  List<Recipient> concerned(Publication latest) {
    int announced = meetups.announcedVersion(latest.meetupId());
    History history = meetups.history(latest.meetupId());
    Map<Knowledge, Boolean> told = new HashMap<>();
    return recipients.activeAt(latest.meetupId()).stream()
        .filter(recipient ->
            told.computeIfAbsent(
                Knowledge.of(recipient),
                _ ->
                    PendingChanges.of(recipient, announced, latest, history)
                        .announcement()
                        .isPresent()))
        .toList();
  }

  /** The facts that decide whether recipients are told; they are the same for most of a meetup. */
  private record Knowledge(
      @Nullable Integer version, @Nullable Integer changesUpTo, Standing standing) {

    static Knowledge of(Recipient recipient) {
      return new Knowledge(
          recipient.told().version(), recipient.told().changesUpTo(), recipient.standing());
    }
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
