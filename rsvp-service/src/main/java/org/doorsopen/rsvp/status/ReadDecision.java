package org.doorsopen.rsvp.status;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.schemas.SeatDecision;

/** A decision of the topic seats, and where it stands in its partition. */
record ReadDecision(SeatDecision decision, long offset) {

  /** Without events that came later than this build. */
  static List<ReadDecision> in(List<ConsumerRecord<String, Object>> batch) {
    List<ReadDecision> decisions = new ArrayList<>();
    for (ConsumerRecord<String, Object> read : batch) {
      SeatDecision.in(read.value())
          .ifPresent(decision -> decisions.add(new ReadDecision(decision, read.offset())));
    }
    return decisions;
  }

  String rsvpId() {
    return decision.fields().rsvpId();
  }
}
