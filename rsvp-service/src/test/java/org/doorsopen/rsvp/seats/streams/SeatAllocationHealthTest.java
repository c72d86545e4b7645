package org.doorsopen.rsvp.seats.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class SeatAllocationHealthTest {

  private final SeatAllocationHealth health = new SeatAllocationHealth();

  @Test
  void isDownUntilSeatsAreBeingDecidedOn() {
    health.onChange(State.REBALANCING, State.CREATED);
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

    health.onChange(State.RUNNING, State.REBALANCING);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void staysUpWhilePartitionsMoveAlsoIfNobodyAskedBefore() {
    health.onChange(State.RUNNING, State.REBALANCING);
    health.onChange(State.REBALANCING, State.RUNNING);

    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isDownWhenTheAllocatorHasGivenUp() {
    health.onChange(State.RUNNING, State.REBALANCING);
    health.onChange(State.PENDING_ERROR, State.RUNNING);

    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
  }
}
