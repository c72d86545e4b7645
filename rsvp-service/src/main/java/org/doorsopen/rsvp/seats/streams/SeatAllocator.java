package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.rsvp.seats.state.BacklogStore;
import org.doorsopen.rsvp.seats.state.DueDates;
import org.doorsopen.rsvp.seats.state.DueDates.DueDate;
import org.doorsopen.rsvp.seats.state.MeetupFigures;
import org.doorsopen.rsvp.seats.state.SeatStores;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Traceparent;

/** Decides the records of one partition of {@code rsvps} and {@code schedules}, one by one. */
final class SeatAllocator implements Processor<String, Object, String, Object> {

  private static final Duration LOOK_AT_THE_CLOCK = Duration.ofSeconds(1);

  private final Pace pace;
  private final Decider decider;
  private final CommitTiming commitTiming;
  private ProcessorContext<String, Object> context;
  private DueDates dueDates;
  private Backlogs backlogs;
  private DecisionMaker decisions;
  private boolean idle = true;

  /**
   * @param commitTiming shared by all partitions, because they are committed together
   */
  SeatAllocator(Pace pace, Decider decider, CommitTiming commitTiming) {
    this.pace = pace;
    this.decider = decider;
    this.commitTiming = commitTiming;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    KeyValueStore<Bytes, byte[]> store = SeatStores.entriesOf(context);
    MeetupFigures figures = new MeetupFigures(SeatStores.figuresOf(context));
    this.context = context;
    this.dueDates = new DueDates(store, figures);
    this.decisions = new DecisionMaker(context, store, figures, dueDates, decider);
    this.backlogs = new Backlogs(context, new BacklogStore(store), decisions, pace);
    context.schedule(
        LOOK_AT_THE_CLOCK,
        PunctuationType.WALL_CLOCK_TIME,
        now -> lookAtTheClock(Instant.ofEpochMilli(now)));
  }

  @Override
  public void process(Record<String, Object> record) {
    idle = false;
    SeatCommands.from(record.value())
        .ifPresent(command ->
            backlogs.decideOrDefer(
                record.key(), command, EventHeaders.traceparentIn(record.headers())));
    if (commitTiming.endsSilence(context.currentSystemTimeMs())) {
      context.commit();
    }
  }

  /**
   * Records that are not read yet may be older than a due date, such as cancellations that came in
   * time. So it counts when the log has passed it, or when no record came since the last look.
   */
  private void lookAtTheClock(Instant now) {
    Instant passed =
        idle ? now : Instant.ofEpochMilli(Math.min(now.toEpochMilli(), streamTimeMillis()));
    idle = true;
    backlogs.lookAtTheClock(now);
    for (DueDate date : dueDates.until(passed)) {
      if (backlogs.contains(date.meetupId())) {
        continue; // what came before the due date is not decided yet
      }
      boolean done =
          switch (date.due()) {
            case CLOSE_PROMOTIONS -> closePromotions(date.meetupId(), now);
            case FORGET -> forget(date.meetupId(), now);
          };
      if (done) {
        dueDates.done(date);
      }
    }
  }

  private long streamTimeMillis() {
    return Math.max(0, context.currentStreamTimeMs());
  }

  private boolean closePromotions(String meetupId, Instant now) {
    backlogs.decideOrDefer(meetupId, new SeatCommand.ClosePromotions(now), Traceparent.fresh());
    return true;
  }

  private boolean forget(String meetupId, Instant now) {
    Terms terms = decisions.figures(meetupId).terms();
    boolean over = terms == null || !terms.endsAt().plus(DueDates.KEPT).isAfter(now);
    return !over || dueDates.forget(meetupId);
  }
}
