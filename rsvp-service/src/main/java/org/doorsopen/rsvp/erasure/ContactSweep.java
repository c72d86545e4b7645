package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.requests.RsvpLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases contacts that nobody needs any more: some time after the meetup, where they came again
 * after their erasure, and where no request followed. The last shows only by the lack of a
 * decision, so nothing is erased before every request of that time is known to be decided, and
 * every decision to be read; by two sweeps.
 */
@Component
class ContactSweep {

  private static final Logger log = LoggerFactory.getLogger(ContactSweep.class);
  private static final long LOCK = 0x646f_6f72_7301L; // any number that nobody else takes
  private static final int MOST_AT_ONCE = 5_000;

  /** A request is written seconds after its contact; the rest is for clocks that disagree. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final Contacts contacts;
  private final Progress progress;
  private final RsvpLog rsvpLog;
  private final ErasureSettings settings;
  private final InstantSource clock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /**
   * What the last sweep found to be read. Seat allocation may hold a request back that it has read:
   * for seconds, while its meetup is not known, or behind a large promotion. Until the next sweep
   * it is decided.
   */
  private @Nullable Instant readUntil;

  ContactSweep(
      Contacts contacts,
      Progress progress,
      RsvpLog rsvpLog,
      ErasureSettings settings,
      InstantSource clock,
      JdbcClient jdbc,
      TransactionTemplate transactions) {
    this.contacts = contacts;
    this.progress = progress;
    this.rsvpLog = rsvpLog;
    this.settings = settings;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Scheduled(
      initialDelayString = "${doors.rsvp.sweep-delay:5m}",
      fixedDelayString = "${doors.rsvp.sweep-interval:1h}")
  void run() {
    try {
      transactions.executeWithoutResult(_ -> sweepUnlessAnotherDoes());
    } catch (RuntimeException e) {
      log.warn("Contacts were not swept; the next sweep does it", e);
    }
  }

  private void sweepUnlessAnotherDoes() {
    boolean mine =
        jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
            .param("lock", LOCK)
            .query(Boolean.class)
            .single();
    if (mine) {
      sweep(clock.instant());
    }
  }

  /** What does not fit into one sweep is left to the next. */
  private void sweep(Instant now) {
    if (progress.schedulesAreRead()) {
      Instant over = now.minus(settings.afterMeetup());
      erase(limit -> contacts.ofMeetupsOverBefore(over, limit), "whose meetup is over");
    }
    Instant since = now.minus(settings.undecided());
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
    List<String> rsvpIds = find.apply(MOST_AT_ONCE);
    if (!rsvpIds.isEmpty()) {
      rsvpLog.erase(rsvpIds);
      log.info("Erased {} contacts {}", rsvpIds.size(), why);
    }
  }
}
