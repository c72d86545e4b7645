package org.doorsopen.rsvp.seats.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.doorsopen.rsvp.seats.domain.Decision;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Traceparent;

/** Decides every record of one partition of {@code rsvps} and {@code schedules} in turn. */
final class SeatAllocator implements Processor<String, Object, String, Object> {

  private static final String SOURCE = "/rsvp-service/seat-allocation";
  private static final Duration LOOK_AT_THE_CLOCK = Duration.ofSeconds(1);

  private ProcessorContext<String, Object> context;
  private SeatStores stores;
  private Deadlines deadlines;
  private boolean idle = true;

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.stores = SeatStores.of(context);
    this.deadlines = new Deadlines(stores);
    context.schedule(
        LOOK_AT_THE_CLOCK,
        PunctuationType.WALL_CLOCK_TIME,
        now -> lookAtTheClock(Instant.ofEpochMilli(now)));
  }

  @Override
  public void process(Record<String, Object> record) {
    idle = false;
    SeatCommands.from(record.value())
        .ifPresent(command -> decide(record.key(), command, traceOf(record)));
  }

  private static Traceparent traceOf(Record<String, Object> record) {
    return EventHeaders.readFrom(record.headers())
        .map(EventHeaders::traceparent)
        .orElseGet(Traceparent::fresh);
  }

  private void decide(String meetupId, SeatCommand command, Traceparent trace) {
    StoredMeetupSeats seats = new StoredMeetupSeats(stores, meetupId, trace);
    for (Decision decision : SeatAllocation.decide(seats, command)) {
      forward(meetupId, decision, seats.traceOf(decision.party().rsvpId()));
    }
    deadlines.note(meetupId, seats.figures(), command.at());
  }

  private void forward(String meetupId, Decision decision, Traceparent trace) {
    SpecificRecord event = SeatEvents.from(meetupId, decision);
    String type = event.getSchema().getFullName();
    RecordHeaders headers = new RecordHeaders();
    new EventHeaders(idOf(decision, type), SOURCE, decision.decidedAt(), trace.child())
        .writeTo(headers, type);
    context.forward(new Record<>(meetupId, event, decision.decidedAt().toEpochMilli(), headers));
  }

  /** A decision of one kind is made once for an RSVP, so these two name it. */
  private static String idOf(Decision decision, String type) {
    String name = decision.party().rsvpId() + "/" + type;
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }

  /**
   * A backlog is decided before the clock is: its cancellations may be older than the deadline. So
   * a deadline counts when the log has passed it or nothing came since the last look.
   */
  private void lookAtTheClock(Instant now) {
    Instant passed =
        idle ? now : Instant.ofEpochMilli(Math.min(now.toEpochMilli(), streamTimeMillis()));
    idle = true;
    for (Bytes due : deadlines.dueAt(passed)) {
      String meetupId = StateKeys.meetupIdOf(due);
      boolean done =
          switch (StateKeys.deadlineOf(due)) {
            case CLOSE_PROMOTIONS -> closePromotions(meetupId, now);
            case FORGET -> forget(meetupId, StateKeys.instantOf(due), now);
          };
      if (done) {
        deadlines.done(due);
      }
    }
  }

  private long streamTimeMillis() {
    return Math.max(0, context.currentStreamTimeMs());
  }

  private boolean closePromotions(String meetupId, Instant now) {
    decide(meetupId, new SeatCommand.ClosePromotions(now), Traceparent.fresh());
    return true;
  }

  private boolean forget(String meetupId, Instant due, Instant now) {
    Figures figures = new StoredMeetupSeats(stores, meetupId, Traceparent.fresh()).figures();
    Terms terms = figures.terms();
    boolean over = terms == null || !terms.endsAt().plus(Deadlines.KEPT).isAfter(now);
    return !over || deadlines.forget(meetupId);
  }
}
