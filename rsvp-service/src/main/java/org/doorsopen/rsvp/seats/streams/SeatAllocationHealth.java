package org.doorsopen.rsvp.seats.streams;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * A part of readiness: up since seat allocation was first running, even while partitions move; down
 * when the allocator has stopped.
 */
@Component("seatAllocation")
class SeatAllocationHealth implements HealthIndicator, KafkaStreams.StateListener {

  private volatile State state = State.CREATED;
  private volatile boolean ranBefore;
  private volatile @Nullable String cause;

  @Override
  public void onChange(State now, State before) {
    ranBefore = ranBefore || now == State.RUNNING;
    if (now == State.RUNNING) {
      cause = null;
    }
    state = now;
  }

  @Override
  public Health health() {
    State now = state;
    boolean up =
        switch (now) {
          case RUNNING -> true;
          case CREATED, REBALANCING -> ranBefore;
          case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
        };
    Health.Builder health = up ? Health.up() : Health.down();
    String why = cause;
    return (why == null ? health : health.withDetail("cause", why))
        .withDetail("state", now.name())
        .build();
  }

  /** Is told why seat allocation waits or has stopped; forgotten when it runs again. */
  void waits(String why) {
    cause = why;
  }
}
