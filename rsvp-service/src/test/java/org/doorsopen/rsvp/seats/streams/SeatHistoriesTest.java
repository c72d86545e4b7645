package org.doorsopen.rsvp.seats.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.Stores;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.streams.History.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All rules at once, in histories that nobody thought of. */
class SeatHistoriesTest {

  private static final int STEPS = 300;

  @Test
  void theTopologyAgreesWithTheReferenceModelAfterEveryStep() {
    assertThat(histories(SeatAllocation::decide, 300)).isEmpty();
  }

  /** All others keep their state in memory, which is a hundred times as fast here. */
  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void theyAgreeOnTheStoresOfProductionToo(long seed) {
    Path folder = Path.of("target", "rocksdb-" + seed);
    History history = new History(SeatAllocation::decide, Stores::persistentKeyValueStore, folder);

    assertThat(history.play(seed, 60)).isEmpty();
  }

  static Stream<Arguments> flaws() {
    return Stream.of(
        flaw("without duplicate detection", FlawedDeciders::withoutDuplicateDetection),
        flaw("past the waitlist", FlawedDeciders::pastTheWaitlist),
        flaw("overbooking by one", FlawedDeciders::overbookingByOne));
  }

  private static Arguments flaw(String name, Decider decider) {
    return argumentSet(name, decider);
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void anAllocatorThatBreaksARuleIsCaughtWithinAFewHistories(Decider decider) {
    List<Failure> failures = histories(decider, 30);
    assertThat(failures).isNotEmpty();
    assertThat(failures.getFirst().shortest()).hasSizeLessThan(15);
  }

  private static List<Failure> histories(Decider decider, int count) {
    return new Soak(decider, Path.of("target"), _ -> {}).run(1, count, STEPS);
  }
}
