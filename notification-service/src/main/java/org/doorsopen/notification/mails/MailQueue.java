package org.doorsopen.notification.mails;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way into the queue for the rest of the service; every method joins the caller's transaction.
 */
@Component
public class MailQueue {

  private static final Duration MIN_INTERVAL_OF_REPETITIONS = Duration.ofHours(1);

  /** Mails of one RSVP that are looked at; there are a few of each kind. */
  private static final int MAX_OF_AN_RSVP = 200;

  private final Mails mails;
  private final MailLog log;
  private final QueuedMails queue;
  private final WakeUp wakeUp;
  private final InstantSource clock;

  MailQueue(Mails mails, MailLog log, QueuedMails queue, WakeUp wakeUp, InstantSource clock) {
    this.mails = mails;
    this.log = log;
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
   *
   * @param organizer the name that is recorded; null for the recipient's own wish
   */
  @Transactional
  public boolean retry(UUID id, @Nullable String organizer) {
    Instant now = clock.instant();
    boolean reopened = mails.reopen(id, organizer, now);
    if (reopened) {
      queue.add(id, now);
      wakeUp.afterTransaction();
    }
    return reopened;
  }

  /**
   * As {@link #retry(UUID, String)}, for all that the filter names and that were given up with its
   * status; returns how many. Each thousand is a transaction of its own.
   */
  public int retry(MailLog.Filter filter, MailStatus status, String organizer) {
    Instant now = clock.instant();
    int all = 0;
    int some;
    do {
      some = mails.reopenSome(filter, status, organizer, now);
      all += some;
      wakeUp.now();
    } while (some > 0);
    return all;
  }

  /** The result of the wish to send a mail once more. */
  public sealed interface Repeated {

    record Queued(UUID id) implements Repeated {}

    record NotYet(Instant until) implements Repeated {}

    record NotSent() implements Repeated {}
  }

  /**
   * Queues a mail like one that was sent, as a mail of its own: under the same Message-ID the
   * recipient’s server would take it for a copy, and might throw it away. At most once an hour for
   * each RSVP and kind.
   *
   * @param organizer the name that is recorded; null for the recipient's own wish
   */
  @Transactional
  public Repeated repeat(Mail sent, @Nullable String organizer) {
    Instant now = clock.instant();
    Optional<Instant> next =
        mails
            .lastRepeat(sent.rsvpId(), sent.kind())
            .map(MIN_INTERVAL_OF_REPETITIONS::addTo)
            .map(Instant::from)
            .filter(now::isBefore);
    if (next.isPresent()) {
      return new Repeated.NotYet(next.get());
    }
    UUID id = UUID.randomUUID();
    if (!mails.repeat(sent.id(), id, organizer, now)) {
      return new Repeated.NotSent();
    }
    queue.add(id, now);
    wakeUp.afterTransaction();
    return new Repeated.Queued(id);
  }

  /**
   * Queues the mail again that told last where the RSVP stands, for a person who has lost it: one
   * that was sent as another like it, one that was given up as it is, each at most once an hour.
   * One that is on its way comes by itself. Nothing is sent about a seat or a place that is gone.
   */
  public void addAgain(String rsvpId) {
    log
        .find(new MailLog.Filter(null, rsvpId, null, null, false), Long.MAX_VALUE, MAX_OF_AN_RSVP)
        .stream()
        .filter(mail -> mail.kind().tellsTheStanding())
        .findFirst()
        .ifPresent(this::again);
  }

  private void again(Mail mail) {
    switch (mail.status()) {
      case SENT -> repeat(mail, null);
      case FAILED, MISSED -> {
        Instant hourAgo = clock.instant().minus(MIN_INTERVAL_OF_REPETITIONS);
        if (mail.times().lastRetry() == null || mail.times().lastRetry().at().isBefore(hourAgo)) {
          retry(mail.id(), null);
        }
      }
      case QUEUED, SENDING -> {}
    }
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

  /** The words have come that an organizer has written about an RSVP: a mail may wait for them. */
  public void explanationArrived(String rsvpId) {
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
