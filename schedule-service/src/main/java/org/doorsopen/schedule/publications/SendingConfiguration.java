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
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Runs the jobs that send publications, until Kafka has them. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

  private static final int MAX_DOUBLINGS = 5;

  @Bean
  OneTimeTask<Sending.UnsentVersions> sendPublications(PublicationSender sender) {
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

  private static FailureHandler<Sending.UnsentVersions> tryAgainForEver() {
    return (failure, job) -> {
      Duration pause = pauseAfter(failure.getExecution().consecutiveFailures);
      job.reschedule(failure, failure.getTimeDone().plus(pause));
    };
  }

  /** One second at first, then twice as long each time, and thirty seconds at most. */
  static Duration pauseAfter(int earlierFailures) {
    ExponentialBackOff backOff = new ExponentialBackOff(1_000, 2);
    backOff.setMaxInterval(30_000);
    BackOffExecution pauses = backOff.start();
    long pause = pauses.nextBackOff();
    for (int i = 0; i < Math.min(earlierFailures, MAX_DOUBLINGS); i++) {
      pause = pauses.nextBackOff();
    }
    return Duration.ofMillis(pause);
  }
}
