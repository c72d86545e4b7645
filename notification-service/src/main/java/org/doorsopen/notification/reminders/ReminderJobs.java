package org.doorsopen.notification.reminders;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.doorsopen.notification.jobs.MeetupJobs;
import org.doorsopen.notification.meetups.domain.Reminder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds when a reminder is due, and keeps the planned reminders in step with the settings. */
@Configuration(proxyBeanMethods = false)
class ReminderJobs {

  static final TaskDescriptor<Void> REMIND = TaskDescriptor.of("remind-of-meetup");

  private static final TaskDescriptor<Void> RENEW = TaskDescriptor.of("renew-reminders");
  private static final FixedDelay BETWEEN_RENEWALS = FixedDelay.ofMinutes(10);

  @Bean
  Task<Void> remindOfMeetupTask(Reminders reminders) {
    return MeetupJobs.task(
        REMIND, (meetupId, reminder) -> reminders.remind(meetupId, Reminder.parse(reminder)));
  }

  @Bean
  RecurringTask<Void> renewRemindersTask(ReminderPlans plans) {
    return Tasks.recurring(RENEW, BETWEEN_RENEWALS).execute((_, _) -> plans.renew());
  }
}
