package org.doorsopen.chaos.seats.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.doorsopen.crowd.TopicTail;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.deadletters.DeadLetters;
import org.doorsopen.schemas.events.ScheduleChanged;

/** The committed records of the topics, as any consumer may read them. */
public record TopicLogs(PlatformFacts facts) {

  /** From the first record to the last that is committed now. */
  public List<MeetupLog> of(Set<String> meetupIds) {
    Map<String, MeetupLog> logs = new HashMap<>();
    meetupIds.forEach(id ->
        logs.put(
            id,
            new MeetupLog(
                id, new HashMap<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>())));
    read(
        Topics.SCHEDULES,
        each -> {
          if (logs.containsKey(each.key()) && each.value() instanceof ScheduleChanged it) {
            MeetupLog log = logs.get(each.key());
            log.capacities().put(it.getVersion(), it.getMeetup().getCapacity());
            log.kept().put(it.getVersion(), it.getMeetup().getReservedSeats());
          }
        });
    read(
        Topics.RSVPS,
        each -> {
          if (logs.containsKey(each.key())) {
            Asked.in(each.value()).ifPresent(logs.get(each.key()).asked()::add);
          }
        });
    read(
        Topics.SEATS,
        each -> {
          if (logs.containsKey(each.key())) {
            Decided.in(each.value()).ifPresent(logs.get(each.key()).decided()::add);
          }
        });
    return List.copyOf(logs.values());
  }

  /**
   * How many records of the topic each reader has set aside, by its consumer group; load of ours
   * leaves none.
   */
  public Map<String, Integer> deadLetters(String topic) {
    Map<String, Set<String>> letters = new HashMap<>();
    read(
        Topics.deadLettersOf(topic),
        each ->
            letters
                .computeIfAbsent(
                    String.valueOf(DeadLetters.text(each.headers(), DeadLetters.READER)),
                    _ -> new HashSet<>())
                .add(String.valueOf(DeadLetters.text(each.headers(), DeadLetters.ORIGIN))));
    Map<String, Integer> counts = new HashMap<>();
    letters.forEach((reader, origins) -> counts.put(reader, origins.size()));
    return counts;
  }

  private void read(String topic, Consumer<ConsumerRecord<String, Object>> reader) {
    try (KafkaConsumer<String, Object> consumer = consumer()) {
      List<TopicPartition> partitions = TopicTail.partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
        consumer.poll(Duration.ofMillis(100)).forEach(reader);
      }
    }
  }

  /** A consumer that belongs to no group. */
  public KafkaConsumer<String, Object> consumer() {
    return new KafkaConsumer<>(
        facts.kafka().settingsAnd(Map.of("isolation.level", "read_committed")),
        new StringDeserializer(),
        EventSerdes.tolerantDeserializer(EventSerdes.registry(facts.registry().toString())));
  }
}
