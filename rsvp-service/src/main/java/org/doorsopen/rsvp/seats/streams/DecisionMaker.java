package org.doorsopen.rsvp.seats.streams;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.domain.Decision;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Traceparent;

/** Decides on what the store holds, and passes the decisions on as events. */
final class DecisionMaker {

  private static final String SOURCE = "/rsvp-service/seat-allocation";

  private final ProcessorContext<String, Object> context;
  private final KeyValueStore<Bytes, byte[]> store;
  private final MeetupFigures figures;
  private final DueDates deadlines;
  private final Decider decider;

  DecisionMaker(
      ProcessorContext<String, Object> context,
      KeyValueStore<Bytes, byte[]> store,
      MeetupFigures figures,
      DueDates deadlines,
      Decider decider) {
    this.context = context;
    this.store = store;
    this.figures = figures;
    this.deadlines = deadlines;
    this.decider = decider;
  }

  /** The meetup, to make decisions for a record with that trace. */
  StoredMeetupSeats seatsOf(String meetupId, Traceparent trace) {
    return new StoredMeetupSeats(store, figures, meetupId, trace);
  }

  /** How many were made. */
  int make(StoredMeetupSeats seats, SeatCommand command, int most) {
    List<Decision> decisions = decider.decide(seats, command, most);
    for (Decision decision : decisions) {
      forward(seats.meetupId(), decision, seats.traceOf(decision.party().rsvpId()));
    }
    deadlines.note(seats.meetupId(), seats.figures(), command.at());
    return decisions.size();
  }

  Figures figures(String meetupId) {
    return figures.of(meetupId);
  }

  private void forward(String meetupId, Decision decision, Traceparent trace) {
    SpecificRecord event = SeatEvents.from(meetupId, decision);
    Schema kind = event.getSchema();
    RecordHeaders headers = new RecordHeaders();
    new EventHeaders(idOf(decision, kind), SOURCE, decision.decidedAt(), trace.child())
        .writeTo(headers, kind.getFullName());
    context.forward(new Record<>(meetupId, event, decision.decidedAt().toEpochMilli(), headers));
  }

  /** A decision of one kind is made once for an RSVP, so these two name it. */
  private static String idOf(Decision decision, Schema kind) {
    return decision.party().rsvpId() + "/" + kind.getName();
  }
}
