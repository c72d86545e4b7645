package org.doorsopen.rsvp.seats.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.Stores;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.histories.History.Failure;
import org.doorsopen.rsvp.seats.reference.Histories;
import org.doorsopen.rsvp.seats.reference.Step.Change;
import org.doorsopen.rsvp.seats.reference.Step.Grant;
import org.doorsopen.rsvp.seats.reference.Step.Pass;
import org.doorsopen.rsvp.seats.reference.Step.Publish;
import org.doorsopen.rsvp.seats.reference.Step.Request;
import org.doorsopen.rsvp.seats.streams.AllocationDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All rules at once, in histories that were made up at random. */
class SeatHistoriesTest {

  private static final int STEPS = 300;

  /** Thousands more, from a seed that is new each time, are played by {@code ./doors soak}. */
  @Test
  void theTopologyAgreesWithTheReferenceModelAfterEveryStep() {
    assertThat(histories(SeatAllocation::decide, 60)).isEmpty();
  }

  /**
   * Each party is told by a look at the clock of its own, while other parties of its meetup and of
   * another one are still being told, one in each go.
   */
  @Test
  void partiesMayJoinTheWaitlistWhileOthersAreToldThatPromotionsEnded() {
    Instant begin = Histories.BEGIN;
    List<String> meetups = List.of("one", "another");
    Path folder = Path.of("target", "joining-late");
    try (AllocationDriver driver = driver(folder)) {
      Comparison comparison = new Comparison(driver, false);
      meetups.forEach(meetupId -> comparison.play(withPromotionsEnded(meetupId, begin)));
      for (int i = 1; i <= 450; i++) {
        String meetupId = meetups.get(i % 2);
        String rsvpId = meetupId + "/" + i;
        comparison.play(new Request(begin, meetupId, rsvpId, "attendee-" + i, 0));
      }
      comparison.play(new Pass(driver.wallClock().plusSeconds(2)));
    }
  }

  /** They are taken one in each go, which nobody sees, before the next step comes. */
  @Test
  void stepsThatDecideNothingMayWaitBehindARequestForAnUnknownMeetup() {
    Instant begin = Histories.BEGIN;
    // After a step at an odd millisecond, nothing goes on by itself.
    Instant dayAfter = begin.plus(Duration.ofDays(1)).plusMillis(1);
    Path folder = Path.of("target", "silent-steps");
    try (AllocationDriver driver = driver(folder)) {
      Comparison comparison = new Comparison(driver, false);
      comparison.play(new Request(begin, "one", "one/1", "attendee-1", 0));
      comparison.play(new Request(begin.plusSeconds(60), "one", "one/1", "attendee-1", 1));
      comparison.play(new Change(dayAfter, "one", "nobody", "change-1", 2));
      comparison.play(new Pass(dayAfter.plusSeconds(300)));
      comparison.play(
          new Grant(dayAfter.plusSeconds(600), "one", "one/1", "grant-1", null, 0, false));
      comparison.play(withPromotionsEnded("one", dayAfter.plusSeconds(607)));
    }
  }

  private static AllocationDriver driver(Path folder) {
    return new AllocationDriver(folder, 1, SeatAllocation::decide, Stores::inMemoryKeyValueStore);
  }

  private static Publish withPromotionsEnded(String meetupId, Instant at) {
    Instant earlier = at.minusSeconds(60);
    Instant later = at.plusSeconds(60);
    return new Publish(at, meetupId, 1, false, 1, 0, null, earlier, later, earlier);
  }

  /** All others keep their state in memory, which is a hundred times as fast here. */
  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void theyAgreeOnTheStoresOfProductionToo(long seed) {
    Path folder = Path.of("target", "rocksdb-" + seed);
    History history = new History(SeatAllocation::decide, Stores::persistentKeyValueStore, folder);

    assertThat(history.play(seed, 60)).isEmpty();
  }

  /** Each with the seed of the first history that shows it; others follow if it does no longer. */
  static Stream<Arguments> flaws() {
    return Stream.of(
        flaw("without duplicate detection", 1, FlawedDeciders::withoutDuplicateDetection),
        flaw("past the waitlist", 1, FlawedDeciders::pastTheWaitlist),
        flaw("overbooking by one", 1, FlawedDeciders::overbookingByOne),
        flaw("forgetting parties that come late", 1, FlawedDeciders::forgettingPartiesThatComeLate),
        flaw("telling too late", 21, FlawedDeciders::tellingTooLate),
        flaw("telling too early", 1, FlawedDeciders::tellingTooEarly),
        flaw("letting parties wait in vain", 1, FlawedDeciders::lettingLargePartiesWait),
        flaw("telling who is registered", 1, FlawedDeciders::tellingWhoIsRegistered),
        flaw("forgetting confirmations", 1, FlawedDeciders::forgettingConfirmations),
        flaw("keeping unconfirmed seats", 1, FlawedDeciders::keepingUnconfirmedSeats),
        flaw("releasing too early", 4, FlawedDeciders::releasingTooEarly),
        flaw("growing past the waitlist", 10, FlawedChanges::growingPastTheWaitlist),
        flaw("growing beyond the room", 1, FlawedChanges::growingBeyondTheRoom),
        flaw("growing after RSVPs closed", 1, FlawedChanges::growingAfterRsvpsClosed),
        flaw("losing seats that were held", 1, FlawedChanges::losingSeatsThatWereHeld),
        flaw("keeping seats that became free", 1, FlawedChanges::keepingSeatsThatBecameFree),
        flaw("changing again", 1, FlawedChanges::changingAgain),
        flaw("keeping the place for more", 6, FlawedChanges::keepingThePlaceForMore),
        flaw("losing the place for fewer", 4, FlawedChanges::losingThePlaceForFewer),
        flaw("keeping nothing", 1, FlawedGrants::keepingNothing),
        flaw("giving kept seats to the waitlist", 13, FlawedGrants::givingKeptSeatsToTheWaitlist),
        flaw("taking kept seats unasked", 7, FlawedGrants::takingKeptSeatsUnasked),
        flaw("overbooking by hand", 1, FlawedGrants::overbookingByHand),
        flaw("granting again", 1, FlawedGrants::grantingAgain),
        flaw("adding twice", 4, FlawedGrants::addingTwice),
        flaw("reviving the released", 1, FlawedGrants::revivingTheReleased));
  }

  private static Arguments flaw(String name, long seed, Decider decider) {
    return argumentSet(name, seed, decider);
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void anAllocatorThatBreaksARuleIsCaughtWithinAFewHistories(long seed, Decider decider) {
    Optional<Failure> failure =
        LongStream.range(seed, seed + 30)
            .mapToObj(each -> history(each, decider).play(each, STEPS))
            .flatMap(Optional::stream)
            .findFirst();

    assertThat(failure)
        .hasValueSatisfying(first -> assertThat(first.shortest()).hasSizeLessThan(15));
  }

  private static History history(long seed, Decider decider) {
    return new History(
        decider, Stores::inMemoryKeyValueStore, Path.of("target", "history-" + seed));
  }

  private static List<Failure> histories(Decider decider, int count) {
    return new Soak(decider, Path.of("target"), _ -> {}).run(1, count, STEPS);
  }
}
