package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.locks.AdvisoryLock;
import org.doorsopen.rsvp.locks.AdvisoryLocks;
import org.doorsopen.rsvp.requests.RsvpLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Erases contacts that nobody needs any more: some time after their meetup, some time after their
 * RSVP was declined or cancelled, if they came again after their erasure, and if no request
 * followed them. The last shows only by the lack of a decision, so such a contact stays until two
 * sweeps have found that every request of its time is decided and every decision read.
 */
@Component
class ContactSweep implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(ContactSweep.class);
  private static final int MAX_AT_ONCE = 5_000;

  /** A request is written seconds after its contact; the rest is for clocks that disagree. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final Contacts contacts;
  private final Progress progress;
  private final RsvpLog rsvpLog;
  private final ErasureSettings settings;
  private final InstantSource clock;
  private final AdvisoryLocks locks;

  /**
   * The time up to which the last sweep found everything read. Seat allocation may hold back a
   * request that it has read: for seconds while its meetup is not known, or behind a large
   * promotion. By the next sweep it is decided.
   */
  private @Nullable Instant readUntil;

  ContactSweep(
      Contacts contacts,
      Progress progress,
      RsvpLog rsvpLog,
      ErasureSettings settings,
      InstantSource clock,
      AdvisoryLocks locks) {
    this.contacts = contacts;
    this.progress = progress;
    this.rsvpLog = rsvpLog;
    this.settings = settings;
    this.clock = clock;
    this.locks = locks;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(
        new FixedDelayTask(this::run, settings.sweepInterval(), settings.sweepDelay()));
  }

  /** Sweeps unless another instance is sweeping; a failure is left to the next sweep. */
  void run() {
    try {
      locks.runUnlessTaken(AdvisoryLock.CONTACT_SWEEP, () -> sweep(clock.instant()));
    } catch (RuntimeException e) {
      log.warn("Contacts were not swept; the next sweep does it", e);
    }
  }

  /** Contacts that are too many for one sweep are left to the next. */
  private void sweep(Instant now) {
    if (progress.schedulesAreRead()) {
      Instant over = now.minus(settings.keptAfterMeetup());
      erase(limit -> contacts.ofMeetupsOverBefore(over, limit), "whose meetup is over");
    }
    Instant declined = now.minus(settings.keptDeclined());
    Instant cancelled = now.minus(settings.keptCancelled());
    erase(
        limit -> contacts.ofRsvpsThatEndedBefore(declined, cancelled, limit),
        "of RSVPs that were declined or cancelled");
    Instant since = now.minus(settings.keptUndecided());
    erase(limit -> contacts.ofEndedRsvps(since, limit), "that came after the end of their RSVP");
    if (progress.requestsAreDecidedUntil(since.plus(MARGIN))) {
      Optional.ofNullable(readUntil).ifPresent(this::eraseWithoutDecisionFromBefore);
      readUntil = since;
    }
  }

  private void eraseWithoutDecisionFromBefore(Instant time) {
    erase(limit -> contacts.withoutDecisionFromBefore(time, limit), "without a request");
  }

  private void erase(IntFunction<List<String>> find, String why) {
    List<String> rsvpIds = find.apply(MAX_AT_ONCE);
    if (!rsvpIds.isEmpty()) {
      rsvpLog.erase(rsvpIds);
      log.info("Erased {} contacts {}", rsvpIds.size(), why);
    }
  }
}
