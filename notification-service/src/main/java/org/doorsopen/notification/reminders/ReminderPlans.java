package org.doorsopen.notification.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.doorsopen.notification.AnnouncementSettings;
import org.doorsopen.notification.jobs.MeetupJobs;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.domain.Reminder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides when people are to be reminded of a meetup: a job per lead and start. Planning twice is
 * planning once.
 */
@Service
public class ReminderPlans {

  private static final int PAGE = 100;

  private final Meetups meetups;
  private final MeetupJobs jobs;
  private final AnnouncementSettings settings;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  ReminderPlans(
      Meetups meetups,
      MeetupJobs jobs,
      AnnouncementSettings settings,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.meetups = meetups;
    this.jobs = jobs;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Plans the reminders of a publication in the caller's transaction, with the leads that its
   * organizers chose or else those of the settings. A reminder that is late but still of use is
   * planned, too.
   */
  public void plan(Publication publication) {
    Instant now = clock.instant();
    plan(publication, reminder -> reminder.isOfUseAt(now));
  }

  /**
   * Plans the reminders of all meetups to come anew: the settings may have changed since their
   * publication, and nobody publishes them again because of that. Reminders that are planned
   * already stay as they are, and none is planned that would have been due before now.
   */
  void renew() {
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
      Instant now = clock.instant();
      meetups
          .latest(meetupId)
          .ifPresent(latest -> plan(latest, reminder -> reminder.isAheadAt(now)));
    });
  }

  private void plan(Publication publication, Predicate<Reminder> inTime) {
    if (publication.cancelled()) {
      return;
    }
    for (Duration lead : publication.meetup().remindersOr(settings.reminders())) {
      Reminder reminder = new Reminder(lead, publication.meetup().times().startsAt());
      if (reminder.isAheadAt(publication.publishedAt()) && inTime.test(reminder)) {
        jobs.add(ReminderJobs.REMIND, publication.meetupId(), reminder.id(), reminder.dueAt());
      }
    }
  }
}
