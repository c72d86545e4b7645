package org.doorsopen.rsvp.seats.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.rsvp.seats.streams.ScheduleBuilder.STARTS_AT;
import static org.doorsopen.rsvp.seats.streams.ScheduleBuilder.aMeetup;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Traceparent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that lead to more decisions than fit into one go. */
class ContinuationTopologyTest {

  private static final int ENOUGH_GOES = 40;
  private static final int WAITING = 12;

  @TempDir private Path stateDirectory;

  @Test
  void promotesABoundedNumberPerGo() {
    try (AllocationDriver driver = aFullEvening(5)) {
      driver.publish(aMeetup().version(2, driver.now()).capacity(9).event());
      assertThat(driver.decisions())
          .containsExactly(
              "w0 promoted", "w1 promoted", "w2 promoted", "w3 promoted", "w4 promoted");

      driver.oneMoreGo();
      assertThat(driver.decisions()).containsExactly("w5 promoted", "w6 promoted", "w7 promoted");

      driver.oneMoreGo();
      assertThat(driver.decisions()).isEmpty();
    }
  }

  @Test
  void decidesAboutOtherMeetupsInBetween() {
    try (AllocationDriver driver = aFullEvening(2)) {
      driver.publish(aMeetup().event("hamburg"));
      driver.publish(aMeetup().version(2, driver.now()).capacity(9).event());
      driver.decisions();

      driver.requestElsewhere("hamburg", "hal");

      assertThat(driver.decisions()).containsExactly("hal confirmed");
    }
  }

  @Test
  void decidesPartiesThatComeInBetweenAfterThoseThatWaited() {
    try (AllocationDriver driver = aFullEvening(2)) {
      driver.publish(aMeetup().version(2, driver.now()).capacity(4).event());
      driver.request("late");
      assertThat(driver.decisions()).containsExactly("w0 promoted", "w1 promoted");

      driver.oneMoreGo();
      assertThat(driver.decisions()).containsExactly("w2 promoted", "late waits with 13");
    }
  }

  @Test
  void carriesTheTraceOfTheRecordThatLedToItThroughAllGoes() {
    Traceparent trace = Traceparent.fresh();
    try (AllocationDriver driver = aFullEvening(2)) {
      driver.records();
      driver.publish(aMeetup().version(2, driver.now()).capacity(9).event(), trace);
      goOnUntilDone(driver);

      assertThat(driver.records())
          .hasSize(8)
          .allSatisfy(promotion ->
              assertThat(EventHeaders.traceparentIn(promotion.headers()).value())
                  .startsWith(trace.value().substring(0, 36)));
    }
  }

  @Test
  void leavesNothingBehindWhenItHasCaughtUp() {
    try (AllocationDriver driver = aFullEvening(2)) {
      driver.publish(aMeetup().version(2, driver.now()).capacity(9).event());
      driver.request("late");
      assertThat(driver.backlogEntries()).isEqualTo(2);

      goOnUntilDone(driver);

      assertThat(driver.backlogEntries()).isZero();
    }
  }

  @Test
  void finishesPromotionsThatWereDecidedInTimeBeforeItTellsThatTheyEnded() {
    try (AllocationDriver driver = aFullEvening(3)) {
      driver.publish(aMeetup().version(2, driver.now()).capacity(9).event());
      driver.decisions();

      driver.at(STARTS_AT);
      assertThat(driver.decisions())
          .containsExactly(
              "w3 promoted",
              "w4 promoted",
              "w5 promoted",
              "w6 promoted",
              "w7 promoted",
              "w8 left waiting",
              "w9 left waiting",
              "w10 left waiting");
    }
  }

  @Test
  void tellsABoundedNumberPerGoThatPromotionsEnded() {
    try (AllocationDriver driver = aFullEvening(10)) {
      driver.at(STARTS_AT);
      driver.cancel("w11");
      assertThat(driver.decisions()).hasSize(10).allMatch(line -> line.endsWith("left waiting"));

      driver.oneMoreGo();
      assertThat(driver.decisions())
          .containsExactly("w10 left waiting", "w11 left waiting", "w11 released place");

      driver.at(STARTS_AT.plusSeconds(5));
      assertThat(driver.decisions()).isEmpty();
    }
  }

  static Stream<Arguments> inBetween() {
    return Stream.of(
        story("new RSVPs", driver -> List.of("x", "y", "z").forEach(driver::request)),
        story(
            "parties of several sizes and a bounded waitlist",
            driver -> {
              driver.request("two", 1);
              driver.request("one");
            }),
        story("a waiting party leaves", driver -> driver.cancel("w6")),
        story("one that was already promoted leaves", driver -> driver.cancel("w0")),
        story(
            "one leaves and comes again",
            driver -> {
              driver.cancel("w7");
              driver.request("again", "w7", 0, Traceparent.fresh());
            }),
        story("the same request again", driver -> driver.request("w5")),
        story(
            "a smaller capacity",
            driver -> driver.publish(aMeetup().version(3, driver.now()).capacity(2).event())),
        story(
            "a larger capacity",
            driver -> driver.publish(aMeetup().version(3, driver.now()).capacity(11).event())),
        story(
            "cancelled",
            driver -> {
              driver.publish(aMeetup().version(3, driver.now()).cancelled().event());
              driver.request("late");
            }));
  }

  private static Arguments story(String name, Consumer<AllocationDriver> story) {
    return Arguments.argumentSet(name, story);
  }

  /** The capacity grows, and the story happens before the promotions are finished. */
  @ParameterizedTest
  @MethodSource("inBetween")
  void makesNoDifferenceInHowManyGoesItIsDone(Consumer<AllocationDriver> story) {
    List<Object> inOneGo = eventsOf(1_000, story);

    assertThat(inOneGo).hasSizeGreaterThanOrEqualTo(8);
    assertThat(eventsOf(3, story)).isEqualTo(inOneGo);
  }

  private List<Object> eventsOf(int batch, Consumer<AllocationDriver> story) {
    try (AllocationDriver driver = aFullEvening(batch)) {
      driver.publish(
          aMeetup().version(2, driver.now()).capacity(9).maxGuests(1).waitlistCapacity(6).event());
      story.accept(driver);
      goOnUntilDone(driver);
      return driver.events();
    }
  }

  /** A meetup with one seat, which is taken, and a dozen waiting parties. */
  private AllocationDriver aFullEvening(int batch) {
    AllocationDriver driver = new AllocationDriver(stateDirectory, batch);
    driver.publish(aMeetup().capacity(1).event());
    driver.request("ada");
    IntStream.range(0, WAITING).forEach(i -> driver.request("w" + i));
    driver.decisions();
    return driver;
  }

  private static void goOnUntilDone(AllocationDriver driver) {
    IntStream.range(0, ENOUGH_GOES).forEach(_ -> driver.oneMoreGo());
  }
}
