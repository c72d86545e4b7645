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

/**
 * The way into the queue for the rest of the service; every method joins the caller's transaction.
 */
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

  /** As {@link #add(NewMail)}, for each of them. */
  public void add(List<NewMail> news) {
    Instant now = clock.instant();
    Map<Boolean, List<NewMail>> byAge =
        news.stream()
            .collect(Collectors.partitioningBy(mail -> Timeliness.isNews(mail.occurredAt(), now)));
    addMissed(byAge.get(false), MissedReason.OLD);
    mails.add(byAge.get(true), now);
    wakeUp.afterTransaction();
  }

  /**
   * Tries a mail again that was given up, as if its news were from now; false if it was not given
   * up.
   */
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

  /** Notes mails that are never sent. */
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

  /** The contact has come: mails that waited for it go out now. */
  public void contactArrived(String rsvpId) {
    queue.hurry(rsvpId, clock.instant());
    wakeUp.afterTransaction();
  }

  /**
   * A version of the schedule has come: mails that waited for one newer than the last go out now.
   */
  public void scheduleArrived(String meetupId, int lastVersion) {
    queue.hurryAfter(meetupId, lastVersion, clock.instant());
    wakeUp.afterTransaction();
  }

  /**
   * The contact is erased: no mail that waits is sent, and no server's words about the address are
   * kept. A mail that a sender has claimed goes on, and its result is noted without such words.
   */
  public void contactErased(String rsvpId) {
    queue
        .removeOfRsvp(rsvpId)
        .forEach(mail -> mails.giveUp(mail, MailStatus.MISSED, 0, MissedReason.ERASED.words()));
    mails.replaceErrors(rsvpId, MissedReason.ERASED.words());
  }
}
