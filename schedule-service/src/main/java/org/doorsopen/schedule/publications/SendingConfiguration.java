package org.doorsopen.schedule.publications;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  @Bean
  OneTimeTask<Sending.Meetup> sendPublications(Sender sender) {
    return Tasks.oneTime(Sending.TASK)
        .onFailure(tryAgainForEver())
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

  private static FailureHandler<Sending.Meetup> tryAgainForEver() {
    return (failure, job) -> {
      int failures = failure.getExecution().consecutiveFailures;
      Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
      Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      job.reschedule(failure, failure.getTimeDone().plus(bounded));
    };
  }
}
