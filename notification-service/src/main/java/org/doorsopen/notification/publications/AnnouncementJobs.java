package org.doorsopen.notification.publications;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.doorsopen.notification.jobs.MeetupJobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the {@link Announcer} tell of publications when their change window has passed. */
@Configuration(proxyBeanMethods = false)
class AnnouncementJobs {

  static final TaskDescriptor<Void> TELL = TaskDescriptor.of("tell-of-publication");

  @Bean
  Task<Void> tellOfPublicationTask(Announcer announcer) {
    return MeetupJobs.task(
        TELL, (meetupId, version) -> announcer.tell(meetupId, Integer.parseInt(version)));
  }
}
