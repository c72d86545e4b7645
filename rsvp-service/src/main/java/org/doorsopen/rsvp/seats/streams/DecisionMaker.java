package org.doorsopen.rsvp.seats.streams;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.Deadline;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.domain.Decision;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Outcome;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.state.DueDates;
import org.doorsopen.rsvp.seats.state.MeetupFigures;
import org.doorsopen.rsvp.seats.state.StoredMeetupSeats;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;

/** Makes decisions from the stored state, and forwards them as events. */
final class DecisionMaker {

  /** The name of the sink that takes decisions. */
  static final String SINK = "decisions";

  private static final String SOURCE = "/rsvp-service/seat-allocation";

  private final ProcessorContext<Object, Object> context;
  private final KeyValueStore<Bytes, byte[]> store;
  private final MeetupFigures figures;
  private final DueDates dueDates;
  private final Decider decider;

  DecisionMaker(
      ProcessorContext<Object, Object> context,
      KeyValueStore<Bytes, byte[]> store,
      MeetupFigures figures,
      DueDates dueDates,
      Decider decider) {
    this.context = context;
    this.store = store;
    this.figures = figures;
    this.dueDates = dueDates;
    this.decider = decider;
  }

  /**
   * Decides a command, in part where more than {@code max} decisions follow from it.
   *
   * @param cause the trace of the record that led to the command; the decisions' events go on with
   *     it
   * @return how many decisions were made
   */
  int make(String meetupId, SeatCommand command, Traceparent cause, int max) {
    StoredMeetupSeats seats = new StoredMeetupSeats(store, figures, meetupId);
    List<Decision> decisions = decider.decide(seats, command, max);
    for (Decision decision : decisions) {
      forward(meetupId, decision, cause);
      if (decision.outcome() instanceof Outcome.Confirmed(boolean _, @Nullable Deadline deadline)
          && deadline != null) {
        dueDates.note(meetupId, deadline);
      }
    }
    dueDates.note(meetupId, seats.figures(), command.at());
    return decisions.size();
  }

  /** Has the meetup forgotten in time, even if nothing is ever decided about it. */
  void noteForgetting(String meetupId, Instant at) {
    dueDates.note(meetupId, figures(meetupId), at);
  }

  Figures figures(String meetupId) {
    return figures.of(meetupId);
  }

  private void forward(String meetupId, Decision decision, Traceparent cause) {
    SpecificRecord event = SeatEvents.from(meetupId, decision);
    Schema kind = event.getSchema();
    RecordHeaders headers = new RecordHeaders();
    new EventHeaders(idOf(decision, kind), SOURCE, decision.decidedAt(), cause.child())
        .writeTo(headers, kind.getFullName());
    context.forward(new Record<>(meetupId, event, timestamp(decision), headers), SINK);
  }

  /** Not ahead of this clock, since Kafka refuses a timestamp that is an hour ahead of its own. */
  private long timestamp(Decision decision) {
    return Math.clamp(decision.decidedAt().toEpochMilli(), 0, context.currentSystemTimeMs());
  }

  /**
   * Unique because a decision of a kind is made at most once for an RSVP, for one wish of it, or
   * for one grant.
   */
  private static String idOf(Decision decision, Schema kind) {
    String id = decision.party().rsvpId() + "/" + kind.getName();
    return switch (decision.outcome()) {
      case Outcome.OfChange change -> id + "/" + change.changeId();
      case Outcome.OfGrant granted -> id + "/" + granted.grant().grantId();
      case Outcome _ -> id;
    };
  }
}
