package org.doorsopen.chaos.erasure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.schemas.Topics;

/**
 * Has Kafka compact the contacts now, which it does within eighteen hours otherwise: segments are
 * closed at once, and a record that is nobody's is written to each partition now and then.
 */
final class Compaction {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final long BETWEEN_LOOKS_MILLIS = 500;

  private static final ConfigResource BROKERS = new ConfigResource(ConfigResource.Type.BROKER, "");
  private static final ConfigResource CONTACTS =
      new ConfigResource(ConfigResource.Type.TOPIC, Topics.CONTACTS);

  private static final Map<String, String> OF_THE_TOPIC =
      Map.of(
          "segment.ms", "100",
          "min.cleanable.dirty.ratio", "0.001",
          "max.compaction.lag.ms", "100",
          "file.delete.delay.ms", "100");
  private static final Map<String, String> OF_THE_CLEANER = Map.of("log.cleaner.backoff.ms", "200");

  private final KafkaLogin kafka;
  private final Map<String, String> before;

  private Compaction(KafkaLogin kafka, Map<String, String> before) {
    this.kafka = kafka;
    this.before = before;
  }

  /**
   * Returns how long it took.
   *
   * @param done whether Kafka's disk is free of what was erased
   * @throws ChaosFailure if that is not so within three minutes
   */
  static Duration await(KafkaLogin kafka, BooleanSupplier done) {
    long begin = System.nanoTime();
    try (Admin admin = Admin.create(kafka.settings())) {
      Compaction compaction = new Compaction(kafka, overridden(admin));
      compaction.set(admin);
      try {
        compaction.nudgeUntil(done, begin);
      } finally {
        compaction.reset(admin);
      }
    } catch (InterruptedException e) {
      throw new ChaosFailure("The compaction was ended before its time");
    } catch (ExecutionException e) {
      throw new ChaosFailure("Kafka does not compact: " + e.getCause());
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static Map<String, String> overridden(Admin admin)
      throws ExecutionException, InterruptedException {
    return admin.describeConfigs(List.of(CONTACTS)).all().get().get(CONTACTS).entries().stream()
        .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }

  private void set(Admin admin) throws ExecutionException, InterruptedException {
    admin
        .incrementalAlterConfigs(
            Map.of(CONTACTS, setting(OF_THE_TOPIC), BROKERS, setting(OF_THE_CLEANER)))
        .all()
        .get();
  }

  private void reset(Admin admin) throws ExecutionException, InterruptedException {
    List<AlterConfigOp> topic = new ArrayList<>();
    OF_THE_TOPIC
        .keySet()
        .forEach(name ->
            topic.add(
                before.containsKey(name)
                    ? new AlterConfigOp(new ConfigEntry(name, before.get(name)), OpType.SET)
                    : new AlterConfigOp(new ConfigEntry(name, ""), OpType.DELETE)));
    List<AlterConfigOp> cleaner =
        OF_THE_CLEANER.keySet().stream()
            .map(name -> new AlterConfigOp(new ConfigEntry(name, ""), OpType.DELETE))
            .toList();
    admin.incrementalAlterConfigs(Map.of(CONTACTS, topic, BROKERS, cleaner)).all().get();
  }

  private static List<AlterConfigOp> setting(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value ->
            new AlterConfigOp(new ConfigEntry(value.getKey(), value.getValue()), OpType.SET))
        .toList();
  }

  private void nudgeUntil(BooleanSupplier done, long begin) throws InterruptedException {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(kafka.settings(), new StringSerializer(), new ByteArraySerializer())) {
      while (!done.getAsBoolean()) {
        if (System.nanoTime() - begin > LIMIT.toNanos()) {
          throw new ChaosFailure(
              "Kafka still has somebody on its disk after %d s".formatted(LIMIT.toSeconds()));
        }
        for (PartitionInfo partition : producer.partitionsFor(Topics.CONTACTS)) {
          producer.send(nobody(partition.partition()));
        }
        producer.flush();
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
      }
    }
  }

  @SuppressWarnings("NullAway") // a null value is what a tombstone is
  private static ProducerRecord<String, byte[]> nobody(int partition) {
    return new ProducerRecord<>(Topics.CONTACTS, partition, Topics.NOBODY, null);
  }
}
