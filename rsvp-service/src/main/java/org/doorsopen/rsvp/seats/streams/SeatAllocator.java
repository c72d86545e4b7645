package org.doorsopen.rsvp.seats.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.rsvp.seats.reading.Received;
import org.doorsopen.rsvp.seats.state.BacklogStore;
import org.doorsopen.rsvp.seats.state.DueDate;
import org.doorsopen.rsvp.seats.state.DueDate.Due;
import org.doorsopen.rsvp.seats.state.DueDates;
import org.doorsopen.rsvp.seats.state.MeetupFigures;
import org.doorsopen.rsvp.seats.state.SeatStores;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.deadletters.DeadLetters;
import org.doorsopen.schemas.deadletters.EventSense;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides the records of one partition of {@code rsvps} and {@code schedules}, one by one. */
final class SeatAllocator implements Processor<byte[], Received, Object, Object> {

  /** The name of the sink that takes records that cannot be read. */
  static final String DEAD_LETTERS = "dead-letters";

  private static final Logger log = LoggerFactory.getLogger(SeatAllocator.class);

  /** Two looks are at least that far apart: silence between them means that the log is read. */
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final Surroundings surroundings;
  private final CommitTiming commitTiming;
  private ProcessorContext<Object, Object> context;
  private DueDates dueDates;
  private Backlogs backlogs;
  private DecisionMaker decisions;
  private boolean idle = true;
  private @Nullable Cancellable look;
  private Instant lookAt = Instant.MAX;

  /**
   * @param commitTiming shared by all partitions, because they are committed together
   */
  SeatAllocator(Surroundings surroundings, CommitTiming commitTiming) {
    this.surroundings = surroundings;
    this.commitTiming = commitTiming;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    KeyValueStore<Bytes, byte[]> store = SeatStores.entriesOf(context);
    MeetupFigures figures = new MeetupFigures(SeatStores.figuresOf(context));
    this.context = context;
    this.dueDates = new DueDates(store, figures);
    this.decisions = new DecisionMaker(context, store, figures, dueDates, surroundings.decider());
    this.backlogs =
        new Backlogs(
            context,
            new BacklogStore(store),
            decisions,
            surroundings.pace(),
            surroundings.schedules(),
            this::planLook);
    planLook();
  }

  @Override
  public void process(Record<byte[], Received> record) {
    idle = false;
    RecordMetadata place = context.recordMetadata().orElseThrow();
    @Nullable String key = record.key() == null ? null : new String(record.key(), UTF_8);
    Received received = record.value();
    @Nullable Object event = received == null ? null : received.event();
    Optional<String> fault = EventSense.faultOf(place.topic(), key, event);
    if (fault.isPresent() || key == null) {
      setAside(record, key, place, fault.orElse("No key"));
    } else {
      SeatCommands.from(event, latest(received))
          .ifPresent(command ->
              backlogs.decideOrDefer(key, command, EventHeaders.traceparentIn(record.headers())));
    }
    if (commitTiming.endsSilence(context.currentSystemTimeMs())) {
      context.commit();
    }
    planLook();
  }

  /**
   * An event has happened by the time that the log has it, and by the time that it is read. Where
   * its own clock says otherwise, one of the other two is right.
   */
  private Instant latest(@Nullable Received received) {
    long logged = received == null ? Long.MIN_VALUE : received.loggedAtMillis();
    return Instant.ofEpochMilli(Math.max(logged, context.currentSystemTimeMs()));
  }

  /**
   * Under the terms before a schedule that cannot be read, more seats could be given out than there
   * are. So its meetup waits for one that can be.
   */
  private void setAside(
      Record<byte[], Received> record, @Nullable String key, RecordMetadata place, String reason) {
    String origin = DeadLetters.origin(place.topic(), place.partition(), place.offset());
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    log.error(
        "{} cannot be read and is set aside in {}: {}. See ./doors dead-letters",
        origin,
        Topics.deadLettersOf(place.topic()),
        reason);
    byte @Nullable [] bytes = record.value() == null ? null : record.value().bytes();
    context.forward(
        new Record<>(
            record.key(),
            bytes,
            Math.clamp(record.timestamp(), 0, now.toEpochMilli()),
            DeadLetters.headers(
                record.headers(), origin, StreamsSettings.APPLICATION_ID, reason, now)),
        DEAD_LETTERS);
    surroundings.deadLetters().accept(place.topic());
    if (place.topic().equals(Topics.SCHEDULES) && key != null) {
      log.error("RSVPs of meetup {} wait until a schedule of it can be read", key);
      backlogs.hold(key, EventHeaders.traceparentIn(record.headers()), now);
    }
  }

  /**
   * Without anything that is due, nothing is looked at: each look makes Kafka Streams commit. The
   * look before a due date is there to see whether records come in between.
   */
  private void planLook() {
    Instant next = nextDue();
    if (next == null) {
      return;
    }
    Instant soonest = Instant.ofEpochMilli(context.currentSystemTimeMs()).plus(SILENCE);
    Instant wanted = next.minus(SILENCE);
    Instant planned = wanted.isBefore(soonest) ? soonest : wanted;
    if (look != null) {
      if (!lookAt.isAfter(planned)) {
        return;
      }
      look.cancel();
    }
    lookAt = planned;
    look =
        context.schedule(
            Duration.between(soonest.minus(SILENCE), planned),
            PunctuationType.WALL_CLOCK_TIME,
            now -> {
              look.cancel();
              look = null;
              lookAtTheClock(Instant.ofEpochMilli(now));
              planLook();
            });
  }

  private @Nullable Instant nextDue() {
    @Nullable Instant due = dueDates.next().orElse(null);
    @Nullable Instant waking = backlogs.nextWaking().orElse(null);
    return due == null || waking != null && waking.isBefore(due) ? waking : due;
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
        if (date.due() == Due.FORGET && isOver(date.meetupId(), now)) {
          backlogs.release(date.meetupId());
        }
        continue; // what came before the due date is not decided yet
      }
      boolean done =
          switch (date.due()) {
            case CLOSE_PROMOTIONS -> closePromotions(date.meetupId(), now);
            case CHECK_CONFIRMATIONS -> checkConfirmations(date, now);
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

  private boolean checkConfirmations(DueDate date, Instant now) {
    backlogs.decideOrDefer(
        date.meetupId(),
        new SeatCommand.CheckConfirmations(date.at(), false, now),
        Traceparent.fresh());
    return true;
  }

  private boolean forget(String meetupId, Instant now) {
    return !isOver(meetupId, now) || dueDates.forget(meetupId);
  }

  private boolean isOver(String meetupId, Instant now) {
    Terms terms = decisions.figures(meetupId).terms();
    return terms == null || !terms.endsAt().plus(DueDates.KEPT).isAfter(now);
  }
}
