package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.streams.CommandValues.TracedCommand;
import org.doorsopen.rsvp.seats.streams.Decisions.Made;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;

/**
 * Makes decisions in goes of bounded size. A meetup that is not finished in one goes on beside the
 * other meetups of the partition, in smaller goes as long as there is something for them.
 */
final class CatchingUp {

  private static final Duration PAUSE = Duration.ofMillis(5);

  /** Kafka Streams may give one record a turn for each of ours: so ours is short then. */
  private static final int BESIDE_OTHERS = 50;

  private final ProcessorContext<String, Object> context;
  private final Unfinished unfinished;
  private final Decisions decisions;
  private final int batch;
  private @Nullable Cancellable timer;
  private boolean othersCame;

  CatchingUp(
      ProcessorContext<String, Object> context,
      Unfinished unfinished,
      Decisions decisions,
      int batch) {
    this.context = context;
    this.unfinished = unfinished;
    this.decisions = decisions;
    this.batch = batch;
    if (!unfinished.isEmpty()) {
      start();
    }
  }

  boolean isNeededBy(String meetupId) {
    return unfinished.contains(meetupId);
  }

  void decideOrDefer(String meetupId, SeatCommand command, Traceparent trace) {
    othersCame = true;
    if (unfinished.contains(meetupId)) {
      unfinished.defer(meetupId, command, trace);
    } else if (decide(meetupId, command, trace, batch).figures().unfinished() != null) {
      unfinished.add(meetupId);
      start();
    }
  }

  private void start() {
    if (timer == null) {
      timer = context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, _ -> goOn());
    }
  }

  private void goOn() {
    int left = othersCame ? Math.min(batch, BESIDE_OTHERS) : batch;
    othersCame = false;
    String meetupId = unfinished.nextMeetup();
    while (left > 0 && unfinished.contains(meetupId)) {
      left -= step(meetupId, left);
    }
    if (unfinished.isEmpty()) {
      timer.cancel();
      timer = null;
    }
  }

  /** The meetup's own waitlist first, then what came meanwhile. */
  private int step(String meetupId, int most) {
    SeatCommand own = decisions.figures(meetupId).unfinished();
    if (own != null) {
      return decide(meetupId, own, Traceparent.fresh(), most).count();
    }
    Optional<TracedCommand> next = unfinished.takeNext(meetupId);
    if (next.isEmpty()) {
      unfinished.remove(meetupId);
      return 0;
    }
    TracedCommand traced = next.get();
    return Math.max(1, decide(meetupId, traced.command(), traced.traceparent(), most).count());
  }

  private Made decide(String meetupId, SeatCommand command, Traceparent trace, int most) {
    return decisions.make(meetupId, command, trace, most);
  }
}
