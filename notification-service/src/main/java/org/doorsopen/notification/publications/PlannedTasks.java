package org.doorsopen.notification.publications;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.doorsopen.notification.meetups.domain.Reminder;
import org.doorsopen.notification.reminders.Plans;
import org.doorsopen.notification.reminders.ReminderPlans;
import org.doorsopen.notification.reminders.Reminders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Does what {@link Plans} planned. */
@Configuration(proxyBeanMethods = false)
class PlannedTasks {

  /** Of the database, before it is tried again. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final FixedDelay RENEWED_AFTER = FixedDelay.ofMinutes(10);

  @Bean
  Task<Void> tellOfPublicationTask(Announcer announcer) {
    return task(
        Plans.TELL, (meetupId, version) -> announcer.tell(meetupId, Integer.parseInt(version)));
  }

  @Bean
  Task<Void> remindOfMeetupTask(Reminders reminders) {
    return task(
        Plans.REMIND, (meetupId, reminder) -> reminders.remind(meetupId, Reminder.parse(reminder)));
  }

  @Bean
  RecurringTask<Void> renewRemindersTask(ReminderPlans plans) {
    return Tasks.recurring(Plans.RENEW, RENEWED_AFTER).execute((_, _) -> plans.renew());
  }

  private static Task<Void> task(TaskDescriptor<Void> task, BiConsumer<String, String> work) {
    return Tasks.oneTime(task)
        .onFailure((done, job) -> job.reschedule(done, done.getTimeDone().plus(PAUSE)))
        .execute((job, _) -> {
          int slash = job.getId().lastIndexOf('/');
          work.accept(job.getId().substring(0, slash), job.getId().substring(slash + 1));
        });
  }
}
