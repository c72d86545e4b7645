package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.GrantSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.reading.SchedulesRead;
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
 * first. They are declined only when every schedule that was there has been read.
 *
 * <p>A meetup of which a schedule cannot be read is held: everything for it waits for the next one
 * that can be.
 */
final class Backlogs {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration PAUSE_OF_QUESTIONS = Duration.ofMillis(200);

  /**
   * The size of a go while records come in. Kafka Streams may process only one record between two
   * goes, so goes must be short then.
   */
  private static final int MAX_BESIDE_RECORDS = 50;

  private final ProcessorContext<Object, Object> context;
  private final BacklogStore store;
  private final DecisionMaker decisions;
  private final Pace pace;
  private final SchedulesRead schedules;
  private final Runnable afterGo;
  private @Nullable Cancellable timer;
  private boolean recordsCame;

  /**
   * @param afterGo is run after a go, which may have brought something that is due
   */
  Backlogs(
      ProcessorContext<Object, Object> context,
      BacklogStore store,
      DecisionMaker decisions,
      Pace pace,
      SchedulesRead schedules,
      Runnable afterGo) {
    this.schedules = schedules;
    this.afterGo = afterGo;
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
      if (command instanceof ReviseTerms revision && store.isHeld(meetupId)) {
        reviseHeld(meetupId, revision, trace);
      } else if (command instanceof ReviseTerms && isUnknown(figures)) {
        decide(meetupId, command, trace, pace.batch());
        store.wake(meetupId);
        goOn(meetupId, pace.batch());
      } else {
        defer(meetupId, command, trace);
      }
    } else if (mustWait(command, now(), figures)) {
      store.add(meetupId, trace);
      defer(meetupId, command, trace);
      store.rest(meetupId, nextTry(now()));
    } else {
      decide(meetupId, command, trace, pace.batch());
    }
    startIfNeeded();
  }

  /** The last version, published again, ends the waiting as well; an older one does not. */
  private void reviseHeld(String meetupId, ReviseTerms revision, Traceparent trace) {
    while (decisions.figures(meetupId).unfinished() != null) {
      step(meetupId, pace.batch());
    }
    if (revision.terms().version() >= decisions.figures(meetupId).version()) {
      decide(meetupId, revision, trace, pace.batch());
      store.release(meetupId);
      goOn(meetupId, pace.batch());
    }
  }

  /** Lets everything of the meetup wait for a schedule that can be read. */
  void hold(String meetupId, Traceparent trace, Instant at) {
    store.hold(meetupId, trace);
    decisions.noteForgetting(meetupId, at);
    startIfNeeded();
  }

  /** Decides what waits although no schedule came. */
  void release(String meetupId) {
    store.release(meetupId);
    startIfNeeded();
  }

  /** When a meetup that rests is to be looked at again. */
  Optional<Instant> nextWaking() {
    return store.nextWaking();
  }

  private void defer(String meetupId, SeatCommand command, Traceparent trace) {
    store.defer(meetupId, new DeferredCommand(command, trace, now()));
  }

  private static boolean isUnknown(Figures figures) {
    return figures.terms() == null;
  }

  private boolean mustWait(SeatCommand command, Instant since, Figures figures) {
    return isUnknown(figures)
        && isARequest(command)
        && (now().isBefore(endOfGrace(since))
            || !schedules.upTo(context.taskId().partition(), since));
  }

  /** Of an attendee, or of an organizer who adds one. */
  private static boolean isARequest(SeatCommand command) {
    return switch (command) {
      case RequestSeats _ -> true;
      case GrantSeats grant -> grant.added() != null;
      case SeatCommand _ -> false;
    };
  }

  /** Not later than a whole grace from now, even if the clock was set back since. */
  private Instant endOfGrace(Instant since) {
    return since.isAfter(now()) ? now() : since.plus(pace.grace());
  }

  private Instant nextTry(Instant since) {
    return now().isBefore(endOfGrace(since)) ? endOfGrace(since) : now().plus(PAUSE_OF_QUESTIONS);
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
    afterGo.run();
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
    if (store.isHeld(meetupId)) {
      store.sleep(meetupId);
      return 0;
    }
    Optional<DeferredCommand> next = store.next(meetupId);
    if (next.isEmpty()) {
      store.remove(meetupId);
      return 0;
    }
    DeferredCommand deferred = next.get();
    if (mustWait(deferred.command(), deferred.since(), figures)) {
      store.rest(meetupId, nextTry(deferred.since()));
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
