package org.doorsopen.rsvp.readmodel;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.rsvp.contacts.ContactsProjection;
import org.doorsopen.rsvp.meetups.SchedulesProjection;
import org.doorsopen.rsvp.status.SeatsProjection;
import org.doorsopen.schemas.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Each topic has a consumer group of its own, so that none waits for another. All go on from the
 * positions that stand beside the rows, whatever the groups have committed.
 */
@Component
class ReadModelListener implements ConsumerSeekAware {

  private static final String BATCH = "max.poll.records=${doors.rsvp.read-model-batch:5000}";

  private final ReadModel readModel;
  private final ReadPositions positions;
  private final SchedulesProjection schedules;
  private final SeatsProjection seats;
  private final ContactsProjection contacts;

  ReadModelListener(
      ReadModel readModel,
      ReadPositions positions,
      SchedulesProjection schedules,
      SeatsProjection seats,
      ContactsProjection contacts) {
    this.readModel = readModel;
    this.positions = positions;
    this.schedules = schedules;
    this.seats = seats;
    this.contacts = contacts;
  }

  @KafkaListener(
      id = "rsvp-read-model-schedules",
      topics = Topics.SCHEDULES,
      batch = "true",
      properties = BATCH)
  void onSchedules(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, schedules::write);
  }

  @KafkaListener(
      id = "rsvp-read-model-seats",
      topics = Topics.SEATS,
      batch = "true",
      properties = BATCH)
  void onSeats(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, seats::write);
  }

  @KafkaListener(
      id = "rsvp-read-model-contacts",
      topics = Topics.CONTACTS,
      batch = "true",
      properties = BATCH)
  void onContacts(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, contacts::write);
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback consumer) {
    positions.resume(assignments.keySet(), consumer);
  }
}
