package org.doorsopen.notification.announcements;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.doorsopen.notification.announcements.domain.Reminder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RemindJob {

  /** Of the database, before it is tried again. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Bean
  Task<Void> remindOfMeetupTask(Reminders reminders) {
    return Tasks.oneTime(Reminders.REMIND)
        .onFailure((done, job) -> job.reschedule(done, done.getTimeDone().plus(PAUSE)))
        .execute((job, _) -> run(job.getId(), reminders));
  }

  private static void run(String id, Reminders reminders) {
    int slash = id.lastIndexOf('/');
    reminders.remind(id.substring(0, slash), Reminder.parse(id.substring(slash + 1)));
  }
}
