package org.doorsopen.schedule.messages;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.doorsopen.schedule.jobs.Attempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the jobs that send messages, each from its time on until Kafka has it. */
@Configuration(proxyBeanMethods = false)
class MessageJobs {

  private static final TaskDescriptor<Wanted> TASK =
      TaskDescriptor.of("send-messages", Wanted.class);

  /** The data of a job, stored as JSON. */
  record Wanted(UUID messageId) {}

  static TaskInstance<Wanted> job(UUID messageId) {
    return TASK.instance(messageId.toString()).data(new Wanted(messageId)).build();
  }

  @Bean
  OneTimeTask<Wanted> sendMessages(MessageSender sender) {
    return Tasks.oneTime(TASK)
        .onFailure(Attempts.forEver())
        .onDeadExecutionRevive()
        .execute((job, _) -> sender.send(job.getData().messageId()));
  }
}
