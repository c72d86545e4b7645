package org.doorsopen.rsvp.readmodel;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.schemas.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

@Component
class SchedulesListener implements ConsumerSeekAware {

  private final ReadModel readModel;
  private final ReadPositions positions;
  private final SchedulesProjection projection;

  SchedulesListener(ReadModel readModel, ReadPositions positions, SchedulesProjection projection) {
    this.readModel = readModel;
    this.positions = positions;
    this.projection = projection;
  }

  @KafkaListener(
      id = "rsvp-read-model-schedules",
      topics = Topics.SCHEDULES,
      batch = "true",
      properties = ReadModel.BATCH)
  void on(List<ConsumerRecord<String, Object>> batch) {
    readModel.apply(batch, projection::write);
  }

  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback consumer) {
    positions.resume(assignments.keySet(), consumer);
  }
}
