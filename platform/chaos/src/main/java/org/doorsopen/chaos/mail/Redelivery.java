package org.doorsopen.chaos.mail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.schemas.Topics;

/** Has notification-service read its topics again from the first event that they still have. */
final class Redelivery {

  private static final List<String> TOPICS =
      List.of(Topics.SCHEDULES, Topics.CONTACTS, Topics.SEATS);

  private final KafkaLogin kafka;
  private final Set<String> rewound = new HashSet<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private int events;

  Redelivery(KafkaLogin kafka) {
    this.kafka = kafka;
  }

  /** False if its consumers were quicker to come back, and it is to be tried again. */
  boolean rewind() {
    try (Admin admin = admin()) {
      for (String topic : TOPICS) {
        if (!rewound.contains(topic)) {
          rewind(admin, topic);
          rewound.add(topic);
        }
      }
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      throw new ChaosFailure("The chaos was ended before its time");
    }
  }

  private void rewind(Admin admin, String topic) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> handled = positions(admin, topic);
    Map<TopicPartition, Long> begins = begins(admin, handled.keySet());
    // The consumers have to leave first; they come back within seconds, and find themselves at the
    // start.
    admin
        .removeMembersFromConsumerGroup(group(topic), new RemoveMembersFromConsumerGroupOptions())
        .all()
        .get();
    Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
    begins.forEach((partition, begin) -> first.put(partition, new OffsetAndMetadata(begin)));
    admin.alterConsumerGroupOffsets(group(topic), first).all().get();
    handled.forEach((partition, end) -> {
      ends.put(partition, end.offset());
      events += (int) (end.offset() - begins.get(partition));
    });
  }

  /** Whether all that had been handled has been handled once more. */
  boolean isDone() {
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
      for (String topic : TOPICS) {
        positions.putAll(positions(admin, topic));
      }
      return ends.entrySet().stream()
          .allMatch(end -> positions.get(end.getKey()).offset() >= end.getValue());
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      throw new ChaosFailure("The chaos was ended before its time");
    }
  }

  /** How many records are delivered again. */
  int events() {
    return events;
  }

  private static String group(String topic) {
    return "notification-" + topic;
  }

  private static Map<TopicPartition, OffsetAndMetadata> positions(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    return admin.listConsumerGroupOffsets(group(topic)).partitionsToOffsetAndMetadata().get();
  }

  private static Map<TopicPartition, Long> begins(Admin admin, Set<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, OffsetSpec.earliest()));
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, position -> position.getValue().offset()));
  }

  private Admin admin() {
    return Admin.create(kafka.settings());
  }
}
