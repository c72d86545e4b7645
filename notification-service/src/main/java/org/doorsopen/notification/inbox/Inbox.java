package org.doorsopen.notification.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a redelivered event harmless. */
@Component
public final class Inbox {

  /**
   * Longer than any topic keeps an event, except for compacted topics, whose events may be handled
   * again without harm.
   */
  private static final Duration KEPT = Duration.ofDays(400);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Inbox(JdbcClient jdbc, TransactionTemplate transaction, InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Handles an event in one transaction with the note that it was handled, and skips an event that
   * was handled before. If the topic was recreated, a different event at the same offset is
   * handled.
   */
  public void once(ConsumerRecord<?, ?> event, Consumer<Cause> handler) {
    Cause cause = Cause.of(event);
    transaction.executeWithoutResult(_ -> {
      if (isNew(cause)) {
        handler.accept(cause);
      }
    });
  }

  private boolean isNew(Cause cause) {
    return jdbc.sql(
                """
                insert into inbox (topic, partition, record_offset, event_id, handled_at)
                values (:topic, :partition, :offset, :eventId, :now)
                on conflict (topic, partition, record_offset)
                do update set event_id = excluded.event_id, handled_at = excluded.handled_at
                where inbox.event_id is distinct from excluded.event_id
                """)
            .param("topic", cause.topic())
            .param("partition", cause.partition())
            .param("offset", cause.offset())
            .param("eventId", cause.eventId())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private void forgetOld() {
    jdbc.sql("delete from inbox where handled_at < ?")
        .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  @Configuration(proxyBeanMethods = false)
  static class InboxJobs {

    @Bean
    RecurringTask<Void> forgetOldEvents(Inbox inbox) {
      return Tasks.recurring("forget-old-events", FixedDelay.ofHours(24))
          .execute((_, _) -> inbox.forgetOld());
    }
  }
}
