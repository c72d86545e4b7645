package org.doorsopen.notification.mails;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where mails are put; everything here joins the caller's transaction. */
@Component
public class MailQueue {

  private static final Duration MIN_INTERVAL_OF_REPETITIONS = Duration.ofHours(1);

  private final Mails mails;
  private final QueuedMails queue;
  private final WakeUp wakeUp;
  private final InstantSource clock;

  MailQueue(Mails mails, QueuedMails queue, WakeUp wakeUp, InstantSource clock) {
    this.mails = mails;
    this.queue = queue;
    this.wakeUp = wakeUp;
    this.clock = clock;
  }

  /** Old news is noted as missed and never sent. */
  public void add(NewMail mail) {
    add(List.of(mail));
  }

  /** As {@link #add(NewMail)}, of each. */
  public void add(List<NewMail> news) {
    Instant now = clock.instant();
    Map<Boolean, List<NewMail>> byAge =
        news.stream()
            .collect(Collectors.partitioningBy(mail -> Timeliness.isNews(mail.occurredAt(), now)));
    addMissed(byAge.get(false), MissedReason.OLD);
    mails.add(byAge.get(true), now);
    wakeUp.afterTransaction();
  }

  /** Tries a mail again that was given up, as if its news were of now; false if it was not. */
  @Transactional
  public boolean retry(UUID id) {
    Instant now = clock.instant();
    boolean reopened = mails.reopen(id, now);
    if (reopened) {
      queue.add(id, now);
      wakeUp.afterTransaction();
    }
    return reopened;
  }

  /** Notes what is never sent. */
  public void addMissed(List<NewMail> news, MissedReason reason) {
    mails.addMissed(news, reason.words(), clock.instant());
  }

  /** Unless one of the kind was queued for the RSVP within the hour before this one's cause. */
  public void addHourly(NewMail mail) {
    Instant hourAgo = mail.occurredAt().minus(MIN_INTERVAL_OF_REPETITIONS);
    if (!mails.existsSince(mail.rsvpId(), mail.kind(), hourAgo)) {
      add(mail);
    }
  }

  /** The contact has come: what waited for it goes out now. */
  public void contactArrived(String rsvpId) {
    queue.hurry(rsvpId, clock.instant());
    wakeUp.afterTransaction();
  }

  /** A version of the schedule has come: what waited for one newer than the last goes out now. */
  public void scheduleArrived(String meetupId, int lastVersion) {
    queue.hurryAfter(meetupId, lastVersion, clock.instant());
    wakeUp.afterTransaction();
  }

  /**
   * The contact is erased: nothing that waits is sent, and no server's words about the address
   * stay. A mail that a sender has goes on; what comes of it is noted without such words.
   */
  public void contactErased(String rsvpId) {
    queue
        .removeOfRsvp(rsvpId)
        .forEach(mail -> mails.giveUp(mail, MailStatus.MISSED, 0, MissedReason.ERASED.words()));
    mails.replaceErrors(rsvpId, MissedReason.ERASED.words());
  }
}
