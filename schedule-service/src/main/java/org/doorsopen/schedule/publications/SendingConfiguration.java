package org.doorsopen.schedule.publications;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.Optional;
import org.doorsopen.schedule.jobs.Attempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the jobs that send publications, until Kafka has them. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

  @Bean
  OneTimeTask<Sending.UnsentVersions> sendPublications(PublicationSender sender) {
    return Tasks.oneTime(Sending.TASK)
        .onFailure(Attempts.forEver())
        .onDeadExecutionRevive()
        .execute((job, _) -> sender.sendUnsent(job.getData().meetupId()));
  }

  // Java serialization would tie the stored jobs to this version of the classes.
  @Bean
  DbSchedulerCustomizer jobsAsJson() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new Jackson3Serializer());
      }
    };
  }
}
