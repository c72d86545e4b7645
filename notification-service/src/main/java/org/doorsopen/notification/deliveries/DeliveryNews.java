package org.doorsopen.notification.deliveries;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.doorsopen.notification.deliveries.UnreachedRsvps.Change;
import org.doorsopen.notification.mails.MailLog;
import org.doorsopen.notification.mails.MailLog.Sent;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/**
 * Looks whether mails that were taken have reached those whose mails had reached nobody, so that
 * the sender of a mail need not look, and tells on Kafka what has changed.
 */
@Component
class DeliveryNews {

  private static final int MAX_AT_ONCE = 2_000;

  /** Longer than the producer's delivery.timeout.ms, after which it has given up. */
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(9);

  private final UnreachedRsvps unreached;
  private final MailLog log;
  private final KafkaTemplate<String, Object> kafka;

  DeliveryNews(UnreachedRsvps unreached, MailLog log, KafkaTemplate<String, Object> kafka) {
    this.unreached = unreached;
    this.log = log;
    this.kafka = kafka;
  }

  /** Throws if Kafka does not answer; what was not told is told the next time. */
  void tell() {
    noteResumed();
    List<Change> untold = unreached.untold(MAX_AT_ONCE);
    List<CompletableFuture<SendResult<String, Object>>> answers =
        untold.stream().map(DeliveryEvents::recordOf).map(kafka::send).toList();
    for (int i = 0; i < untold.size(); i++) {
      KafkaAnswers.await(
          answers.get(i),
          ACKNOWLEDGED_WITHIN,
          cause -> new KafkaException("What became of mails is not told yet", cause));
      unreached.noteTold(untold.get(i));
    }
  }

  private void noteResumed() {
    Map<String, Change> failing =
        unreached.failing(MAX_AT_ONCE).stream()
            .collect(Collectors.toMap(Change::rsvpId, Function.identity()));
    for (Sent sent : log.sentTo(failing.keySet())) {
      Change failed = failing.get(sent.rsvpId());
      if (failed != null && sent.at().isAfter(failed.changedAt())) {
        unreached.noteResumed(failed, sent.mailId(), sent.at());
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class DeliveryJobs {

    @Bean
    RecurringTask<Void> tellOfDeliveries(DeliveryNews news) {
      return Tasks.recurring("tell-of-deliveries", FixedDelay.ofSeconds(5))
          .execute((_, _) -> news.tell());
    }
  }
}
