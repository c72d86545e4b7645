package org.doorsopen.bench.seats;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.bench.measuring.BenchFailure;
import org.doorsopen.schemas.Topics;

/** A topic like {@code rsvps} that nobody else reads. */
record RawTopic(KafkaLogin kafka) {

  static final String NAME = "bench-raw";

  void create() {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(NAME, partitions(admin), (short) 1))).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new BenchFailure("The topic for raw records was not created: " + e.getMessage(), e);
    }
  }

  /** The number of partitions of {@code rsvps}. */
  int partitions() {
    try (Admin admin = admin()) {
      return partitions(admin);
    } catch (ExecutionException | InterruptedException e) {
      throw new BenchFailure("Kafka does not tell of its topics: " + e.getMessage(), e);
    }
  }

  ProducerRecord<byte[], byte[]> redirected(ProducerRecord<byte[], byte[]> request) {
    return new ProducerRecord<>(
        NAME, null, request.timestamp(), request.key(), request.value(), request.headers());
  }

  private static int partitions(Admin admin) throws ExecutionException, InterruptedException {
    return admin
        .describeTopics(List.of(Topics.RSVPS))
        .allTopicNames()
        .get()
        .get(Topics.RSVPS)
        .partitions()
        .size();
  }

  private Admin admin() {
    return Admin.create(kafka.settings());
  }
}
