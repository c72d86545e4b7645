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
import org.doorsopen.rsvp.seats.state.BacklogStore;
import org.doorsopen.rsvp.seats.state.DeferredCommand;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;

/**
 * Makes decisions in goes of bounded size. A meetup that has more to decide goes on beside the
 * other meetups of the partition, in smaller goes as long as those have something to decide.
 *
 * <p>Requests for an unknown meetup wait for a while, because nothing orders two topics among each
 * other: its schedule may be about to come. When it comes, they are decided as if it had come
 * first.
 */
final class Backlogs {

  private static final Duration PAUSE = Duration.ofMillis(5);

  /**
   * The size of a go while records come in. Kafka Streams may process only one record between two
   * goes, so goes must be short then.
   */
  private static final int MAX_BESIDE_RECORDS = 50;

  private final ProcessorContext<String, Object> context;
  private final BacklogStore store;
  private final DecisionMaker decisions;
  private final Pace pace;
  private @Nullable Cancellable timer;
  private boolean recordsCame;

  Backlogs(
      ProcessorContext<String, Object> context,
      BacklogStore store,
      DecisionMaker decisions,
      Pace pace) {
    this.context = context;
    this.store = store;
    this.decisions = decisions;
    this.pace = pace;
    startIfNeeded();
  }

  /** Whether anything that came for the meetup is not decided yet. */
  boolean contains(String meetupId) {
    return store.contains(meetupId);
  }

  void decideOrDefer(String meetupId, SeatCommand command, Traceparent trace) {
    recordsCame = true;
    Figures figures = decisions.figures(meetupId);
    if (store.contains(meetupId)) {
      if (command instanceof ReviseTerms && isUnknown(figures)) {
        decide(meetupId, command, trace, pace.batch());
        store.wake(meetupId);
        goOn(meetupId, pace.batch());
      } else {
        defer(meetupId, command, trace);
      }
    } else if (mustWait(command, now(), figures)) {
      store.add(meetupId, trace);
      defer(meetupId, command, trace);
      store.rest(meetupId, now().plus(pace.grace()));
    } else {
      decide(meetupId, command, trace, pace.batch());
    }
    startIfNeeded();
  }

  private void defer(String meetupId, SeatCommand command, Traceparent trace) {
    store.defer(meetupId, new DeferredCommand(command, trace, now()));
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

  /** Gives goes to the meetups whose requests have waited for terms long enough. */
  void lookAtTheClock(Instant now) {
    store.wakeUntil(now);
    startIfNeeded();
  }

  private void startIfNeeded() {
    if (timer == null && store.hasAwake()) {
      timer = context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, _ -> goOn());
    }
  }

  private void goOn() {
    int max = recordsCame ? Math.min(pace.batch(), MAX_BESIDE_RECORDS) : pace.batch();
    recordsCame = false;
    store.nextAwake().ifPresent(meetupId -> goOn(meetupId, max));
    if (!store.hasAwake()) {
      timer.cancel();
      timer = null;
    }
  }

  private void goOn(String meetupId, int max) {
    for (int left = max; left > 0 && store.isAwake(meetupId); ) {
      left -= step(meetupId, left);
    }
  }

  /** First the rest of a command that was decided in part, then the commands that came after it. */
  private int step(String meetupId, int max) {
    Figures figures = decisions.figures(meetupId);
    if (figures.unfinished() != null) {
      return decide(meetupId, figures.unfinished(), store.causeOf(meetupId), max);
    }
    Optional<DeferredCommand> next = store.next(meetupId);
    if (next.isEmpty()) {
      store.remove(meetupId);
      return 0;
    }
    DeferredCommand deferred = next.get();
    if (mustWait(deferred.command(), deferred.since(), figures)) {
      store.rest(meetupId, deferred.since().plus(pace.grace()));
      return 0;
    }
    store.removeNext(meetupId);
    return Math.max(1, decide(meetupId, deferred.command(), deferred.traceparent(), max));
  }

  private int decide(String meetupId, SeatCommand command, Traceparent cause, int max) {
    int made = decisions.make(meetupId, command, cause, max);
    if (decisions.figures(meetupId).unfinished() != null) {
      store.add(meetupId, cause);
    }
    return made;
  }
}
