package org.doorsopen.notification.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.doorsopen.notification.meetups.Meetups;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans the reminders of published meetups anew: the platform may be set to others than when they
 * were published, and nobody publishes them again because of that.
 */
@Service
public class ReminderPlans {

  private static final int PAGE = 100;

  private final Meetups meetups;
  private final Plans plans;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReminderPlans(Meetups meetups, Plans plans, TransactionTemplate transaction, Clock clock) {
    this.meetups = meetups;
    this.plans = plans;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Changes nothing about those that are planned already. */
  public void renew() {
    Instant now = clock.instant();
    List<String> page = meetups.toCome(now, "", PAGE);
    while (!page.isEmpty()) {
      page.forEach(this::renew);
      page = meetups.toCome(now, page.getLast(), PAGE);
    }
  }

  private void renew(String meetupId) {
    transaction.executeWithoutResult(_ -> {
      meetups.lock(meetupId);
      meetups.latest(meetupId).ifPresent(plans::remindingFromNowOn);
    });
  }
}
