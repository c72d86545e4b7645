package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.erasure.Erasures.Open;
import org.doorsopen.rsvp.locks.AdvisoryLock;
import org.doorsopen.rsvp.locks.AdvisoryLocks;
import org.doorsopen.rsvp.requests.RsvpLog;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.ErasureCompleted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives this service's receipts, once its own table holds nothing more of an RSVP that is to be
 * erased. An erasure that an instance has begun and not finished, because it was killed between its
 * records, is finished here.
 */
@Component
class ErasureReceipts {

  static final String SERVICE = "rsvp-service";

  private static final Logger log = LoggerFactory.getLogger(ErasureReceipts.class);
  private static final int AT_ONCE = 1_000;

  /** Its tombstone follows an order within seconds, and is read within seconds. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** As long as the topic keeps them. */
  private static final Duration KEPT = Duration.ofDays(365);

  private final Erasures erasures;
  private final Contacts contacts;
  private final RsvpRequests requests;
  private final RsvpLog rsvpLog;
  private final InstantSource clock;
  private final AdvisoryLocks locks;

  ErasureReceipts(
      Erasures erasures,
      Contacts contacts,
      RsvpRequests requests,
      RsvpLog rsvpLog,
      InstantSource clock,
      AdvisoryLocks locks) {
    this.erasures = erasures;
    this.contacts = contacts;
    this.requests = requests;
    this.rsvpLog = rsvpLog;
    this.clock = clock;
    this.locks = locks;
  }

  /** Most of the time there is nothing to do, and this is one short query. */
  @Scheduled(fixedDelay = 1_000)
  void run() {
    try {
      if (!erasures.withoutReceiptOf(SERVICE, 1).isEmpty()) {
        locks.runUnlessTaken(AdvisoryLock.ERASURE_RECEIPTS, () -> give(clock.instant()));
      }
    } catch (RuntimeException e) {
      log.warn("Erasures have no receipts yet; trying again", e);
    }
  }

  @Scheduled(fixedDelay = 24 * 3_600_000L)
  void forget() {
    try {
      erasures.forgetThoseBefore(clock.instant().minus(KEPT));
    } catch (RuntimeException e) {
      log.warn("Old erasures are not forgotten yet; trying again tomorrow", e);
    }
  }

  private void give(Instant now) {
    List<Open> open = erasures.withoutReceiptOf(SERVICE, AT_ONCE);
    Set<String> erased =
        contacts.erasedAmong(open.stream().map(Open::rsvp).map(RsvpKey::rsvpId).toList());
    Instant completedAt = now.truncatedTo(ChronoUnit.MILLIS);
    rsvpLog.completed(
        open.stream()
            .filter(one -> erased.contains(one.rsvp().rsvpId()))
            .map(one ->
                new ErasureCompleted(one.erasureId(), one.rsvp().rsvpId(), SERVICE, completedAt))
            .toList());
    finish(open.stream().filter(one -> !erased.contains(one.rsvp().rsvpId())).toList(), now);
  }

  /** Repeats what may be missing; nothing of it counts twice. */
  private void finish(List<Open> open, Instant now) {
    List<RsvpKey> stuck =
        open.stream()
            .filter(one -> one.requestedAt().isBefore(now.minus(PATIENCE)))
            .map(Open::rsvp)
            .collect(Collectors.toList());
    if (!stuck.isEmpty()) {
      log.info("Finishing the erasure of {} RSVPs that was begun", stuck.size());
      requests.eraseAgain(stuck, Traceparent.fresh());
    }
  }
}
