package org.doorsopen.notification.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.doorsopen.notification.MailSettings;
import org.doorsopen.notification.mails.WakeUp;
import org.doorsopen.notification.mime.MimeMails;
import org.doorsopen.notification.smtp.Smtp;
import org.doorsopen.notification.smtp.SmtpSettings;
import org.doorsopen.settings.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * The senders, numbered from 1: each is a job that never ends, so that it runs in one process at a
 * time, and in another soon after that one has died.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpSettings.class)
class Senders {

  private static final TaskDescriptor<Void> SEND_MAILS = TaskDescriptor.of("send-mails");
  private static final Logger log = LoggerFactory.getLogger(Senders.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  // From here on another process may take the sender for dead.
  private static final double HALF_DEAD = 0.5;

  private final SmtpSettings settings;
  private final Set<Integer> running = ConcurrentHashMap.newKeySet();

  Senders(SmtpSettings settings) {
    this.settings = settings;
    if (settings.isClearTextElsewhere()) {
      log.warn(
          "Mails go to {} without TLS: their links, which are as good as a password, can be read on"
              + " the way; DOORS_SMTP_TLS sets it",
          settings.host());
    }
  }

  @Bean
  Smtp smtp(SmtpSettings settings, MailSettings mails, PublicUrl publicUrl) {
    return new Smtp(settings, mails.sender().getAddress(), publicUrl.host());
  }

  @Bean
  ServerRest serverRest() {
    return new ServerRest(System::nanoTime);
  }

  @Bean
  Task<Void> sendMails(
      Claiming claiming,
      DeliveryResults results,
      Smtp smtp,
      MimeMails mimeMails,
      ServerRest rest,
      Alarms alarms,
      WakeUp wakeUp,
      InstantSource clock) {
    return Tasks.custom(SEND_MAILS)
        .onFailure((done, job) -> job.reschedule(done, done.getTimeDone().plus(PAUSE)))
        .onDeadExecutionRevive()
        .execute((job, context) -> {
          int number = Integer.parseInt(job.getId());
          Pace pace = new Pace(settings, System::nanoTime);
          return run(
              number,
              new Sender(
                  number, claiming, results, smtp, mimeMails, pace, rest, alarms, wakeUp, clock),
              new Execution(context));
        });
  }

  @EventListener
  void begin(ApplicationReadyEvent ready) {
    Scheduler scheduler = ready.getApplicationContext().getBean(Scheduler.class);
    IntStream.rangeClosed(1, settings.connections())
        .mapToObj(number -> SEND_MAILS.instance(Integer.toString(number)).build())
        .forEach(sender -> scheduler.scheduleIfNotExists(sender, Instant.EPOCH));
  }

  private CompletionHandler<Void> run(int number, Sender sender, Sender.StopSignal stop) {
    // The number of connections may have been lowered; then the sender puts back the mails that it
    // had claimed.
    boolean redundant = number > settings.connections();
    // The scheduler may have taken the sender for dead while it was only cut off.
    if (running.add(number)) {
      try {
        sender.run(redundant ? () -> true : stop);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        running.remove(number);
      }
    }
    return redundant
        ? new CompletionHandler.OnCompleteRemove<>()
        : (done, job) -> job.reschedule(done, done.getTimeDone().plus(PAUSE));
  }

  private record Execution(ExecutionContext context) implements Sender.StopSignal {

    @Override
    public boolean isGiven() {
      return context.getSchedulerState().isShuttingDown()
          || context.getCurrentlyExecuting().getHeartbeatState().getFractionDead() > HALF_DEAD;
    }
  }
}
