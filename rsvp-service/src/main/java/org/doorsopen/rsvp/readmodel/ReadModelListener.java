package org.doorsopen.rsvp.readmodel;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.schemas.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Feeds the read model. Each topic has a consumer group of its own, so that none waits for another.
 * All of them continue at the positions that stand beside the rows, whatever the groups have
 * committed to Kafka.
 */
@Component
class ReadModelListener implements ConsumerSeekAware {

  private static final String SCHEDULES = "rsvp-read-model-schedules";
  private static final String SEATS = "rsvp-read-model-seats";
  private static final String CONTACTS = "rsvp-read-model-contacts";
  private static final String ROOMS = "rsvp-read-model-rooms";
  private static final String ERASURES = "rsvp-read-model-erasures";
  private static final String DELIVERIES = "rsvp-read-model-deliveries";
  private static final String BATCH = "max.poll.records=#{__listener.batch()}";

  private final ReadModelSettings settings;
  private final ReadModel readModel;
  private final ReadPositions positions;

  ReadModelListener(ReadModelSettings settings, ReadModel readModel, ReadPositions positions) {
    this.settings = settings;
    this.readModel = readModel;
    this.positions = positions;
  }

  /** Read by the annotations below; only public methods can be. */
  public int batch() {
    return settings.batch();
  }

  @KafkaListener(id = SCHEDULES, topics = Topics.SCHEDULES, batch = "true", properties = BATCH)
  void onSchedules(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, SCHEDULES);
  }

  @KafkaListener(id = SEATS, topics = Topics.SEATS, batch = "true", properties = BATCH)
  void onSeats(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, SEATS);
  }

  @KafkaListener(id = CONTACTS, topics = Topics.CONTACTS, batch = "true", properties = BATCH)
  void onContacts(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, CONTACTS);
  }

  @KafkaListener(id = ROOMS, topics = Topics.ROOMS, batch = "true", properties = BATCH)
  void onRooms(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, ROOMS);
  }

  @KafkaListener(id = ERASURES, topics = Topics.ERASURES, batch = "true", properties = BATCH)
  void onErasures(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, ERASURES);
  }

  @KafkaListener(id = DELIVERIES, topics = Topics.DELIVERIES, batch = "true", properties = BATCH)
  void onDeliveries(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, DELIVERIES);
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback consumer) {
    positions.resume(assignments.keySet(), consumer);
  }
}
