package org.doorsopen.notification.announcements;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TellJob {

  /** Of the database, before it is tried again. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Bean
  Task<Void> tellOfPublicationTask(Announcer announcer) {
    return Tasks.oneTime(Announcer.TELL)
        .onFailure((done, job) -> job.reschedule(done, done.getTimeDone().plus(PAUSE)))
        .execute((job, _) -> run(job.getId(), announcer));
  }

  private static void run(String id, Announcer announcer) {
    int slash = id.lastIndexOf('/');
    announcer.tell(id.substring(0, slash), Integer.parseInt(id.substring(slash + 1)));
  }
}
