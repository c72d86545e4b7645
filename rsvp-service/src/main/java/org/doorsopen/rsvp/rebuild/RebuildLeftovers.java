package org.doorsopen.rsvp.rebuild;

import java.util.concurrent.TimeUnit;
import org.doorsopen.rsvp.locks.AdvisoryLock;
import org.doorsopen.rsvp.locks.AdvisoryLocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Drops the shadow tables of a rebuild that was killed. They hold every name and address, and no
 * erasure reaches them.
 */
@Component
class RebuildLeftovers {

  private static final Logger log = LoggerFactory.getLogger(RebuildLeftovers.class);

  private final ShadowTables shadow;
  private final AdvisoryLocks locks;

  RebuildLeftovers(ShadowTables shadow, AdvisoryLocks locks) {
    this.shadow = shadow;
    this.locks = locks;
  }

  /** Runs when the service has started and then regularly: another instance may be killed. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void drop() {
    try {
      if (shadow.exist()) {
        locks.runUnlessTaken(AdvisoryLock.REBUILD, this::dropNow);
      }
    } catch (RuntimeException e) {
      log.warn("Cannot look for what a killed rebuild has left; trying again at the next turn", e);
    }
  }

  private void dropNow() {
    shadow.drop();
    log.info("Dropped the shadow tables of a rebuild that did not end");
  }
}
