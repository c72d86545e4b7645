package org.doorsopen.schemas.spring;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How every listener of the platform reads: committed events only, from the first, skipping none
 * but those that are set aside.
 */
final class EventConsumers {

  static final Map<String, Object> SETTINGS =
      Map.of(
          ConsumerConfig.ISOLATION_LEVEL_CONFIG,
          "read_committed",
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          "earliest",
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
          false,
          ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
          GroupMembership.SESSION_TIMEOUT_MILLIS,
          ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
          GroupMembership.HEARTBEAT_INTERVAL_MILLIS);

  private EventConsumers() {}

  /**
   * Tries the same records again until it works, ever more slowly up to ten seconds: a database or
   * a registry that is away comes back, and an event that is skipped does not. An event in which
   * the failure itself lies is set aside at the third time.
   */
  static final class RetryForEver extends DefaultErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(RetryForEver.class);
    private static final long UNREADABLE_PAUSE_MILLIS = 1_000;

    RetryForEver(RetryListener listener, ListenerDeadLetters deadLetters) {
      super(
          (ConsumerAwareRecordRecoverer)
              (failed, consumer, failure) ->
                  deadLetters.setAside(
                      failed,
                      consumer.groupMetadata().groupId(),
                      "It cannot be handled: " + HandlingFaults.classes(failure)),
          backOff());
      setBackOffFunction(
          (_, failure) -> HandlingFaults.liesInTheEvent(failure) ? new FixedBackOff(100, 2) : null);
      setClassifications(Map.of(), true);
      setRetryListeners(listener);
    }

    private static ExponentialBackOff backOff() {
      ExponentialBackOff backOff = new ExponentialBackOff(100, 2);
      backOff.setMaxInterval(10_000);
      return backOff;
    }

    /** Reached when the records could not even be read; the position stays where it is. */
    @Override
    public void handleOtherException(
        Exception failure,
        Consumer<?, ?> consumer,
        MessageListenerContainer container,
        boolean batchListener) {
      log.warn("Cannot read on, trying again: {}", HandlingFaults.classes(failure));
      try {
        ListenerUtils.stoppableSleep(container, UNREADABLE_PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
