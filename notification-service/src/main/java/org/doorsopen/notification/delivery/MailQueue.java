package org.doorsopen.notification.delivery;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doorsopen.web.Unavailable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where mails are put; everything here joins the caller's transaction. */
@Component
public class MailQueue {

  static final TaskDescriptor<Void> SEND_MAIL = TaskDescriptor.of("send-mail");

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration REMINDED_AT_MOST_EVERY = Duration.ofHours(1);

  private final Mails mails;
  private final Jobs jobs;
  private final Clock clock;

  MailQueue(Mails mails, Jobs jobs, Clock clock) {
    this.mails = mails;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Old news is noted as missed and never sent. */
  public void add(NewMail mail) {
    Instant now = clock.instant();
    if (!Timeliness.isNews(mail.occurredAt(), now)) {
      addMissed(mail, MissedReasons.OLD);
    } else if (mails.add(mail, MailStatus.QUEUED, null, now)) {
      jobs.add(SEND_MAIL.instance(mail.id().toString()).build(), now);
    }
  }

  /**
   * Tries a mail again that was given up, as if its news were of now; false if it was not.
   *
   * @throws Unavailable if the job that gave it up is not gone yet
   */
  @Transactional
  public boolean retry(UUID id) {
    Instant now = clock.instant();
    boolean reopened = mails.reopen(id, now);
    if (reopened && !jobs.add(SEND_MAIL.instance(id.toString()).build(), now)) {
      throw new Unavailable("The last attempt is just being written down", SOON);
    }
    return reopened;
  }

  /** Notes what is never sent. */
  public void addMissed(NewMail mail, String reason) {
    mails.add(mail, MailStatus.MISSED, reason, clock.instant());
  }

  /** Unless one of the kind was queued for the RSVP within the hour before this one's cause. */
  public void addHourly(NewMail mail) {
    Instant hourAgo = mail.occurredAt().minus(REMINDED_AT_MOST_EVERY);
    if (!mails.existsSince(mail.rsvpId(), mail.kind(), hourAgo)) {
      add(mail);
    }
  }

  /** The contact has come: what waited for it goes out now. */
  public void contactArrived(String rsvpId) {
    hurry(mails.queuedFor(rsvpId));
  }

  /** A version of the schedule has come: what waited for one newer than the last goes out now. */
  public void scheduleArrived(String meetupId, int lastVersion) {
    hurry(mails.queuedForScheduleAfter(meetupId, lastVersion));
  }

  /** The contact is erased: nothing that waits is sent. */
  public void contactErased(String rsvpId) {
    mails.erase(rsvpId);
  }

  private void hurry(List<UUID> ids) {
    Instant now = clock.instant();
    ids.forEach(id -> jobs.hurry(SEND_MAIL.instanceId(id.toString()), now));
  }
}
