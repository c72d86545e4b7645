package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Makes Kafka remove erased contacts from its disks as well. Kafka compacts no segment that it
 * still writes to, and closes a segment only when it is old and something is written. In a
 * partition where nothing happens, names would stay beside their tombstones for as long as that
 * lasts.
 */
@Component
class CompactionNudge implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(CompactionNudge.class);

  private static final Duration INTERVAL = Duration.ofHours(6);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final KafkaTemplate<String, Object> kafka;
  private final ErasureSettings settings;

  CompactionNudge(KafkaTemplate<String, Object> kafka, ErasureSettings settings) {
    this.kafka = kafka;
    this.settings = settings;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(new FixedDelayTask(this::write, INTERVAL, settings.sweepDelay()));
  }

  /**
   * Writes a tombstone that belongs to nobody to every partition. Each instance does so, which
   * costs nothing: compaction leaves only the last one.
   */
  void write() {
    try {
      CompletableFuture<Void> all =
          CompletableFuture.allOf(
              kafka.partitionsFor(Topics.CONTACTS).stream()
                  .map(info ->
                      kafka.send(EventRecords.tombstoneOfNobody(Topics.CONTACTS, info.partition())))
                  .toArray(CompletableFuture[]::new));
      KafkaAnswers.await(all, LIMIT, e -> new IllegalStateException("Kafka took no tombstone", e));
    } catch (RuntimeException e) {
      log.warn("Erased contacts stay on Kafka's disks for six hours more", e);
    }
  }
}
