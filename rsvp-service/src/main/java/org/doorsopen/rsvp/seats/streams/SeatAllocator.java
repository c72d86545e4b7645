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
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Traceparent;

/** Decides every record of one partition of {@code rsvps} and {@code schedules} in turn. */
final class SeatAllocator implements Processor<String, Object, String, Object> {

  private static final Duration LOOK_AT_THE_CLOCK = Duration.ofSeconds(1);

  private final Pace pace;
  private final Decider decider;
  private final CommitTiming silence;
  private ProcessorContext<String, Object> context;
  private DueDates deadlines;
  private Backlogs catchingUp;
  private DecisionMaker decisions;
  private boolean idle = true;

  /**
   * @param silence of all partitions, which are committed together
   */
  SeatAllocator(Pace pace, Decider decider, CommitTiming silence) {
    this.pace = pace;
    this.decider = decider;
    this.silence = silence;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    KeyValueStore<Bytes, byte[]> store = SeatStores.entriesOf(context);
    MeetupFigures figures = new MeetupFigures(SeatStores.figuresOf(context));
    this.context = context;
    this.deadlines = new DueDates(store, figures);
    this.decisions = new DecisionMaker(context, store, figures, deadlines, decider);
    this.catchingUp = new Backlogs(context, new BacklogStore(store), decisions, pace);
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
            catchingUp.decideOrDefer(
                record.key(), command, EventHeaders.traceparentIn(record.headers())));
    if (silence.endsAt(context.currentSystemTimeMs())) {
      context.commit();
    }
  }

  /**
   * A backlog is decided before the clock is: its cancellations may be older than the deadline. So
   * a deadline counts when the log has passed it or nothing came since the last look.
   */
  private void lookAtTheClock(Instant now) {
    Instant passed =
        idle ? now : Instant.ofEpochMilli(Math.min(now.toEpochMilli(), streamTimeMillis()));
    idle = true;
    catchingUp.lookAtTheClock(now);
    for (Bytes due : deadlines.dueAt(passed)) {
      String meetupId = StateKeys.meetupIdOf(due);
      if (catchingUp.isNeededBy(meetupId)) {
        continue; // what came before the deadline is not decided yet
      }
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
    catchingUp.decideOrDefer(meetupId, new SeatCommand.ClosePromotions(now), Traceparent.fresh());
    return true;
  }

  private boolean forget(String meetupId, Instant due, Instant now) {
    Terms terms = decisions.figures(meetupId).terms();
    boolean over = terms == null || !terms.endsAt().plus(DueDates.KEPT).isAfter(now);
    return !over || deadlines.forget(meetupId);
  }
}
