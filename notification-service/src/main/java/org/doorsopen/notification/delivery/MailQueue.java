package org.doorsopen.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where mails are put; everything here joins the caller's transaction. */
@Component
public class MailQueue {

  private static final Duration REMINDED_AT_MOST_EVERY = Duration.ofHours(1);

  private final Mails mails;
  private final Bell bell;
  private final Clock clock;

  MailQueue(Mails mails, Bell bell, Clock clock) {
    this.mails = mails;
    this.bell = bell;
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
    addMissed(byAge.get(false), MissedReasons.OLD);
    mails.add(byAge.get(true), MailStatus.QUEUED, null, now);
    bell.ringAfterCommit();
  }

  /** Tries a mail again that was given up, as if its news were of now; false if it was not. */
  @Transactional
  public boolean retry(UUID id) {
    bell.ringAfterCommit();
    return mails.reopen(id, clock.instant());
  }

  /** Notes what is never sent. */
  public void addMissed(List<NewMail> news, String reason) {
    mails.add(news, MailStatus.MISSED, reason, clock.instant());
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
    mails.hurry(rsvpId, clock.instant());
    bell.ringAfterCommit();
  }

  /** A version of the schedule has come: what waited for one newer than the last goes out now. */
  public void scheduleArrived(String meetupId, int lastVersion) {
    mails.hurryAfter(meetupId, lastVersion, clock.instant());
    bell.ringAfterCommit();
  }

  /** The contact is erased: nothing that waits is sent. */
  public void contactErased(String rsvpId) {
    mails.erase(rsvpId);
  }
}
