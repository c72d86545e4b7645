package org.doorsopen.notification.delivery;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where mails are put; everything here joins the caller's transaction. */
@Component
public final class MailQueue {

  static final TaskDescriptor<Void> SEND_MAIL = TaskDescriptor.of("send-mail");

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
    boolean news = Timeliness.isNews(mail.occurredAt(), now);
    boolean added = mails.add(mail, news ? MailStatus.QUEUED : MailStatus.MISSED, now);
    if (added && news) {
      jobs.add(SEND_MAIL.instance(mail.id().toString()).build(), now);
    }
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
