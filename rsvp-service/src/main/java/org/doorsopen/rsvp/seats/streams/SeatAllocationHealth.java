package org.doorsopen.rsvp.seats.streams;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/**
 * Up from the first time that seats are being decided on, also while partitions move; down when the
 * allocator has given up. Part of readiness.
 */
@Component("seatAllocation")
class SeatAllocationHealth implements HealthIndicator {

  private final StreamsBuilderFactoryBean streams;
  private volatile boolean ranBefore;

  SeatAllocationHealth(StreamsBuilderFactoryBean streams) {
    this.streams = streams;
  }

  @Override
  public Health health() {
    KafkaStreams running = streams.getKafkaStreams();
    KafkaStreams.State state = running == null ? KafkaStreams.State.NOT_RUNNING : running.state();
    boolean up =
        switch (state) {
          case RUNNING -> true;
          case CREATED, REBALANCING -> ranBefore;
          case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
        };
    ranBefore = ranBefore || up;
    return (up ? Health.up() : Health.down()).withDetail("state", state.name()).build();
  }
}
