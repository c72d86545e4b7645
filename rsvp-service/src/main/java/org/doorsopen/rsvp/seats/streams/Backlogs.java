package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.streams.CommandBytes.DeferredCommand;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;

/**
 * Makes decisions in goes of bounded size. A meetup that is not finished in one goes on beside the
 * other meetups of the partition, in smaller goes as long as there is something for them.
 *
 * <p>Requests for a meetup that is not known wait for a while: nothing orders topics among each
 * other, so its schedule may be about to come. When it comes they are decided as if it had come
 * first.
 */
final class Backlogs {

  private static final Duration PAUSE = Duration.ofMillis(5);

  /** Kafka Streams may give one record a turn for each of ours: so ours is short then. */
  private static final int BESIDE_OTHERS = 50;

  private final ProcessorContext<String, Object> context;
  private final BacklogStore unfinished;
  private final DecisionMaker decisions;
  private final Pace pace;
  private @Nullable Cancellable timer;
  private boolean othersCame;

  Backlogs(
      ProcessorContext<String, Object> context,
      BacklogStore unfinished,
      DecisionMaker decisions,
      Pace pace) {
    this.context = context;
    this.unfinished = unfinished;
    this.decisions = decisions;
    this.pace = pace;
    startIfNeeded();
  }

  boolean isNeededBy(String meetupId) {
    return unfinished.contains(meetupId);
  }

  void decideOrDefer(String meetupId, SeatCommand command, Traceparent trace) {
    othersCame = true;
    StoredMeetupSeats seats = decisions.seatsOf(meetupId, trace);
    if (unfinished.contains(meetupId)) {
      if (command instanceof ReviseTerms && isUnknown(seats.figures())) {
        goOnWithTerms(meetupId, seats, command);
      } else {
        defer(meetupId, command, trace);
      }
    } else if (mustWait(command, now(), seats.figures())) {
      unfinished.add(meetupId);
      defer(meetupId, command, trace);
      unfinished.rest(meetupId, now().plus(pace.grace()));
    } else {
      decisions.make(seats, command, pace.batch());
      if (seats.figures().unfinished() != null) {
        unfinished.add(meetupId);
        startIfNeeded();
      }
    }
  }

  private void goOnWithTerms(String meetupId, StoredMeetupSeats seats, SeatCommand terms) {
    decisions.make(seats, terms, pace.batch());
    unfinished.wake(meetupId);
    goOn(meetupId, pace.batch());
    startIfNeeded();
  }

  private void defer(String meetupId, SeatCommand command, Traceparent trace) {
    unfinished.defer(meetupId, new DeferredCommand(command, trace, now()));
  }

  private static boolean isUnknown(Figures figures) {
    return figures.terms() == null;
  }

  private boolean mustWait(SeatCommand command, Instant since, Figures figures) {
    return isUnknown(figures)
        && command instanceof RequestSeats
        && now().isBefore(since.plus(pace.grace()));
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  /** Whoever has waited long enough is decided, known or not. */
  void lookAtTheClock(Instant now) {
    unfinished.wakeUntil(now);
    startIfNeeded();
  }

  private void startIfNeeded() {
    if (timer == null && unfinished.somebodyIsAwake()) {
      timer = context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, _ -> goOn());
    }
  }

  private void goOn() {
    int most = othersCame ? Math.min(pace.batch(), BESIDE_OTHERS) : pace.batch();
    othersCame = false;
    unfinished.nextAwake().ifPresent(meetupId -> goOn(meetupId, most));
    if (!unfinished.somebodyIsAwake()) {
      timer.cancel();
      timer = null;
    }
  }

  private void goOn(String meetupId, int most) {
    for (int left = most; left > 0 && unfinished.isAwake(meetupId); ) {
      left -= step(meetupId, left);
    }
  }

  /** The meetup's own waitlist first, then what came meanwhile. */
  private int step(String meetupId, int most) {
    Figures figures = decisions.figures(meetupId);
    if (figures.unfinished() != null) {
      return decide(meetupId, figures.unfinished(), Traceparent.fresh(), most);
    }
    Optional<DeferredCommand> next = unfinished.next(meetupId);
    if (next.isEmpty()) {
      unfinished.remove(meetupId);
      return 0;
    }
    DeferredCommand deferred = next.get();
    if (mustWait(deferred.command(), deferred.since(), figures)) {
      unfinished.rest(meetupId, deferred.since().plus(pace.grace()));
      return 0;
    }
    unfinished.removeNext(meetupId);
    return Math.max(1, decide(meetupId, deferred.command(), deferred.traceparent(), most));
  }

  /** How many decisions were made. */
  private int decide(String meetupId, SeatCommand command, Traceparent trace, int most) {
    return decisions.make(decisions.seatsOf(meetupId, trace), command, most);
  }
}
