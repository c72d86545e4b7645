package org.doorsopen.rsvp.rebuild;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drops what a rebuild has left that was killed. Every name and address is in there, and no erasure
 * reaches them.
 */
@Component
public class RebuildLeftovers {

  private static final Logger log = LoggerFactory.getLogger(RebuildLeftovers.class);

  private final ShadowTables shadow;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  RebuildLeftovers(ShadowTables shadow, JdbcTemplate jdbc, TransactionTemplate transactions) {
    this.shadow = shadow;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** When the service has started, and again and again: another instance may have been killed. */
  @Scheduled(fixedDelayString = "${doors.rsvp.sweep-interval:1h}")
  public void drop() {
    try {
      if (shadow.exist()) {
        transactions.executeWithoutResult(_ -> dropUnlessInUse());
      }
    } catch (RuntimeException e) {
      log.warn("Cannot look for what a rebuild has left; the next sweep does it", e);
    }
  }

  private void dropUnlessInUse() {
    if (jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, Rebuild.LOCK)) {
      shadow.drop();
      log.info("Dropped what a rebuild has left that did not end");
    }
  }
}
