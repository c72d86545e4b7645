package org.doorsopen.notification.reminders;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.delivery.Jobs;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.domain.Reminder;
import org.springframework.stereotype.Component;

/**
 * When something is to be done about a meetup. Joins the caller's transaction; planning twice is
 * planning once.
 */
@Component
public class Plans {

  public static final TaskDescriptor<Void> TELL = TaskDescriptor.of("tell-of-publication");
  public static final TaskDescriptor<Void> RENEW = TaskDescriptor.of("renew-reminders");
  public static final TaskDescriptor<Void> REMIND = TaskDescriptor.of("remind-of-meetup");

  private final Jobs jobs;
  private final NotificationSettings settings;
  private final Clock clock;

  Plans(Jobs jobs, NotificationSettings settings, Clock clock) {
    this.jobs = jobs;
    this.settings = settings;
    this.clock = clock;
  }

  /** To be told when the change window has passed; a cancellation waits for no window. */
  public void telling(Publication publication) {
    Instant due =
        publication.cancelled()
            ? clock.instant()
            : publication.publishedAt().plus(settings.changeWindow());
    add(TELL, publication, Integer.toString(publication.version()), due);
  }

  /** To be reminded of, as its organizers or else the platform's settings say. */
  public void reminding(Publication publication) {
    reminding(publication, reminder -> reminder.isOfUseAt(clock.instant()));
  }

  /** As {@link #reminding}, some time after the publication: what was due meanwhile is past. */
  void remindingFromNowOn(Publication publication) {
    reminding(publication, reminder -> reminder.isAheadAt(clock.instant()));
  }

  private void reminding(Publication publication, Predicate<Reminder> inTime) {
    if (publication.cancelled()) {
      return;
    }
    for (Duration lead : publication.meetup().remindersOr(settings.reminders())) {
      Reminder reminder = new Reminder(lead, publication.meetup().startsAt());
      if (reminder.isAheadAt(publication.publishedAt()) && inTime.test(reminder)) {
        add(REMIND, publication, reminder.id(), reminder.dueAt());
      }
    }
  }

  private void add(TaskDescriptor<Void> task, Publication publication, String what, Instant due) {
    jobs.add(task.instance(publication.meetupId() + "/" + what).build(), due);
  }
}
