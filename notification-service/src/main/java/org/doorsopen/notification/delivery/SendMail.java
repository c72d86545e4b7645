package org.doorsopen.notification.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.doorsopen.notification.delivery.Delivery.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/** The job that sends one mail: it ends when the mail is sent, refused or missed. */
@Configuration(proxyBeanMethods = false)
class SendMail {

  /** Of the database: what goes wrong with mails is no failure of the job. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final RetryPolicy UNTIL_THE_DATABASE_IS_BACK =
      RetryPolicy.builder().maxRetries(60).delay(Duration.ofSeconds(1)).build();

  @Bean
  Task<Void> sendMailTask(Delivery delivery, Smtp smtp) {
    return Tasks.custom(MailQueue.SEND_MAIL)
        .onFailure((done, job) -> job.reschedule(done, done.getTimeDone().plus(PAUSE)))
        .onDeadExecutionRevive()
        .execute((job, _) -> run(UUID.fromString(job.getId()), delivery, smtp));
  }

  /** An acceptance that is not written down makes the mail go out twice. */
  private static Step insistently(Retryable<Step> conclusion) {
    try {
      return new RetryTemplate(UNTIL_THE_DATABASE_IS_BACK).execute(conclusion);
    } catch (RetryException e) {
      throw new IllegalStateException("The outcome of a mail could not be written down", e);
    }
  }

  private static CompletionHandler<Void> run(UUID id, Delivery delivery, Smtp smtp) {
    Step step = delivery.prepare(id);
    if (step instanceof Step.Send(Mail mail, OutgoingMail outgoing)) {
      SmtpOutcome outcome = smtp.send(outgoing);
      step = insistently(() -> delivery.conclude(mail, outcome));
    }
    return switch (step) {
      case Step.Again(Instant due) -> (done, job) -> job.reschedule(done, due);
      case Step.Done _, Step.Send _ -> new CompletionHandler.OnCompleteRemove<>();
    };
  }
}
