package org.doorsopen.rsvp.seats.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.doorsopen.rsvp.seats.streams.AllocationDriver.GRACE;
import static org.doorsopen.rsvp.seats.streams.ScheduleBuilder.ENDS_AT;
import static org.doorsopen.rsvp.seats.streams.ScheduleBuilder.STARTS_AT;
import static org.doorsopen.rsvp.seats.streams.ScheduleBuilder.aMeetup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeatAllocationTopologyTest {

  private AllocationDriver driver;

  @BeforeEach
  void open(@TempDir Path stateDirectory) {
    driver = new AllocationDriver(stateDirectory);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Nested
  @DisplayName("Rules 1 and 2: seats in the order of the log")
  class Confirming {

    @Test
    void confirmsInTheOrderOfTheLogAndThenWaitlists() {
      driver.publish(aMeetup().capacity(2).event());
      driver.request("ada");
      driver.request("bob");
      driver.request("cyd");
      driver.request("dan");

      assertThat(driver.decisions())
          .containsExactly(
              "ada confirmed", "bob confirmed", "cyd waits with 1", "dan waits with 2");
    }

    @Test
    void waitlistsThePartyThatDoesNotFit() {
      driver.publish(aMeetup().capacity(3).maxGuests(2).event());
      driver.request("ada", 1);
      driver.request("bob", 1);

      assertThat(driver.decisions()).containsExactly("ada confirmed", "bob waits with 1");
    }

    @Test
    void confirmsASmallPartyPastALargerOneThatCouldNotTakeTheSeat() {
      driver.publish(aMeetup().capacity(3).maxGuests(2).event());
      driver.request("ada", 1);
      driver.request("bob", 1);
      driver.request("cyd");

      assertThat(driver.decisions())
          .containsExactly("ada confirmed", "bob waits with 1", "cyd confirmed");
    }

    @Test
    void changesPartiesAndGivesTheirSeatsOn() {
      driver.publish(aMeetup().capacity(3).maxGuests(2).event());
      driver.request("ada", 2);
      driver.request("bob", 1);
      driver.change("ada", 0);
      driver.change("ada", 2);

      assertThat(driver.decisions())
          .containsExactly(
              "ada confirmed",
              "bob waits with 1",
              "ada changed to 1",
              "bob promoted",
              "ada stays, FULL");
    }

    @Test
    void keepsSeatsThatOrganizersGiveByHandWithTheirNameAndReason() {
      driver.publish(aMeetup().capacity(2).reservedSeats(1).event());
      driver.request("ada");
      driver.request("bob");
      driver.grant("bob", false);
      driver.grant("bob", true);
      driver.add("eve");

      assertThat(driver.decisions())
          .containsExactly(
              "ada confirmed",
              "bob waits with 1",
              "bob not seated, FULL",
              "bob promoted by Grace as SPEAKER, 1 kept",
              "eve not added, FULL");
    }

    /** Readers tell events apart by their ids. */
    @Test
    void givesTheAnswersToSeveralGrantsOfOneRsvpIdsOfTheirOwn() {
      driver.publish(aMeetup().capacity(1).event());
      driver.request("ada");
      driver.request("bob");
      driver.grant("bob", false);
      driver.grant("bob", true);

      assertThat(driver.records())
          .extracting(record -> EventHeaders.readFrom(record.headers()).orElseThrow().id())
          .hasSize(4)
          .doesNotHaveDuplicates();
    }

    @Test
    void addsAPersonBeforeTheScheduleIsReadAsIfItHadBeenRead() {
      driver.add("eve");
      assertThat(driver.decisions()).isEmpty();
      driver.publish(aMeetup().capacity(1).reservedSeats(1).event());

      assertThat(driver.decisions()).containsExactly("eve confirmed by Grace as SPEAKER, 1 kept");
    }

    /** Readers tell events apart by their ids. */
    @Test
    void givesTheAnswersToSeveralWishesOfOneRsvpIdsOfTheirOwn() {
      driver.publish(aMeetup().capacity(3).maxGuests(2).event());
      driver.request("ada");
      driver.change("ada", 1);
      driver.change("ada", 2);
      driver.change("ada", 0);

      assertThat(driver.records())
          .extracting(record -> EventHeaders.readFrom(record.headers()).orElseThrow().id())
          .hasSize(4)
          .doesNotHaveDuplicates();
    }

    @Test
    void decidesAWishThatCameBeforeTheScheduleAsIfItHadComeAfterIt() {
      driver.request("ada", 2);
      driver.change("ada", 0);
      assertThat(driver.decisions()).isEmpty();
      driver.publish(aMeetup().capacity(3).maxGuests(2).event());

      assertThat(driver.decisions()).containsExactly("ada confirmed", "ada changed to 1");
    }

    @Test
    void neverGivesANewRsvpASeatThatSomeoneWaitingCouldTake() {
      driver.publish(aMeetup().capacity(1).promotionsEndAt(driver.now()).event());
      driver.request("ada");
      driver.request("bob");
      driver.cancel("ada"); // promotions have ended, so bob stays where he is
      driver.request("cyd");

      assertThat(driver.decisions())
          .containsExactly(
              "ada confirmed", "bob waits with 1", "ada released seats", "cyd waits with 2");
    }

    @Test
    void tellsTheFiguresJustAfterEachDecision() {
      driver.publish(aMeetup().version(7, driver.now()).capacity(2).maxGuests(1).event());
      driver.request("ada", 1);
      driver.request("bob");

      assertThat(driver.events())
          .extracting("capacity", "confirmedSeats", "waitlistedParties", "scheduleVersion")
          .containsExactly(tuple(2, 2, 0, 7), tuple(2, 2, 1, 7));
    }
  }

  @Nested
  @DisplayName("Rule 3: the waitlist is served in order")
  class Promoting {

    @Test
    void promotesTheNextInLineWhenASeatIsReleased() {
      driver.publish(aMeetup().capacity(1).event());
      driver.request("ada");
      driver.request("bob");
      driver.request("cyd");
      driver.decisions();

      driver.cancel("ada");

      assertThat(driver.decisions()).containsExactly("ada released seats", "bob promoted");
    }

    @Test
    void passesOverAPartyThatDoesNotFitAndKeepsItsPlace() {
      driver.publish(aMeetup().capacity(2).maxGuests(1).event());
      driver.request("ada");
      driver.request("bob");
      driver.request("two", 1);
      driver.request("cyd");
      driver.decisions();

      driver.cancel("ada");
      assertThat(driver.decisions()).containsExactly("ada released seats", "cyd promoted");

      driver.cancel("bob");
      driver.request("eve");
      driver.cancel("cyd");
      assertThat(driver.decisions())
          .containsExactly("bob released seats", "eve confirmed", "cyd released seats");

      driver.cancel("eve");
      assertThat(driver.decisions()).containsExactly("eve released seats", "two promoted");
    }

    @Test
    void servesAcrossPartySizesByTicket() {
      driver.publish(aMeetup().capacity(3).maxGuests(2).event());
      driver.request("ada", 2);
      driver.request("one");
      driver.request("two", 1);
      driver.request("uno");
      driver.request("tre", 2);
      driver.decisions();

      driver.publish(aMeetup().version(2, driver.now()).capacity(8).maxGuests(2).event());

      assertThat(driver.decisions())
          .containsExactly("one promoted", "two promoted", "uno promoted");

      driver.publish(aMeetup().version(3, driver.now()).capacity(10).maxGuests(2).event());
      assertThat(driver.decisions()).containsExactly("tre promoted");
    }

    @Test
    void servesTheWaitlistWhenPromotionsEndLater() {
      driver.publish(aMeetup().capacity(1).promotionsEndAt(driver.now()).event());
      driver.request("ada");
      driver.request("bob");
      driver.cancel("ada");
      driver.decisions();

      driver.publish(aMeetup().version(2, driver.now()).capacity(1).event());

      assertThat(driver.decisions()).containsExactly("bob promoted");
    }

    @Test
    void goesOnInOrderWhenSomebodyInTheMiddleLeaves() {
      driver.publish(aMeetup().capacity(1).event());
      List.of("ada", "bob", "cyd", "dan").forEach(driver::request);
      driver.cancel("cyd");
      driver.cancel("bob");
      driver.decisions();

      driver.cancel("ada");

      assertThat(driver.decisions()).containsExactly("ada released seats", "dan promoted");
    }
  }

  @Nested
  @DisplayName("Rule 4: a smaller capacity evicts nobody")
  class Shrinking {

    @Test
    void confirmsNobodyUntilItFitsAgain() {
      driver.publish(aMeetup().capacity(3).event());
      List.of("ada", "bob", "cyd", "dan").forEach(driver::request);
      driver.publish(aMeetup().version(2, driver.now()).capacity(1).event());
      driver.decisions();

      driver.cancel("ada");
      driver.cancel("bob");
      assertThat(driver.decisions()).containsExactly("ada released seats", "bob released seats");

      driver.cancel("cyd");
      assertThat(driver.decisions()).containsExactly("cyd released seats", "dan promoted");
    }
  }

  @Nested
  @DisplayName("Rules 5 and 6: one active RSVP, nothing twice")
  class Repeating {

    @Test
    void declinesASecondRsvpOfTheSameAttendeeAndNamesTheFirst() {
      driver.publish(aMeetup().event());
      driver.request("first", "ada", 0, Traceparent.fresh());
      driver.request("second", "ada", 0, Traceparent.fresh());

      assertThat(driver.events().getLast())
          .isInstanceOfSatisfying(
              RsvpDeclined.class,
              declined -> {
                assertThat(declined.getReason()).isEqualTo(DeclineReason.ALREADY_REGISTERED);
                assertThat(declined.getActiveRsvpId()).isEqualTo("first");
              });
    }

    @Test
    void changesNothingWhenTheSameRsvpComesAgain() {
      driver.publish(aMeetup().capacity(1).event());
      driver.request("ada");
      driver.request("bob");
      driver.request("ada");
      driver.request("bob");

      assertThat(driver.decisions()).containsExactly("ada confirmed", "bob waits with 1");
    }

    @Test
    void takesAnAttendeeBackAtTheTailWithANewRsvp() {
      driver.publish(aMeetup().capacity(1).event());
      driver.request("ada");
      driver.request("bob");
      driver.cancel("ada");
      driver.request("again", "ada", 0, Traceparent.fresh());
      driver.request("ada"); // the cancelled RSVP stays cancelled

      assertThat(driver.decisions())
          .containsExactly(
              "ada confirmed",
              "bob waits with 1",
              "ada released seats",
              "bob promoted",
              "again waits with 2");
    }

    @Test
    void changesNothingWhenCancelledTwiceOrNeverKnown() {
      driver.publish(aMeetup().event());
      driver.request("ada");
      driver.cancel("ada");
      driver.cancel("ada");
      driver.cancel("nobody");

      assertThat(driver.decisions()).containsExactly("ada confirmed", "ada released seats");
    }

    @Test
    void ignoresAScheduleThatIsNotNewer() {
      driver.publish(aMeetup().version(2, driver.now()).capacity(1).event());
      driver.request("ada");
      driver.request("bob");
      driver.publish(aMeetup().version(1, driver.now()).capacity(5).event());

      assertThat(driver.decisions()).containsExactly("ada confirmed", "bob waits with 1");
    }
  }

  @Nested
  @DisplayName("Rule 7: windows, half-open")
  class Windows {

    private final Instant opens = Instant.parse("2026-02-10T10:00:00Z");
    private final Instant closes = Instant.parse("2026-02-20T10:00:00Z");

    @Test
    void takesRsvpsFromTheOpeningInstantUntilJustBeforeTheClosingOne() {
      driver.publish(aMeetup().capacity(9).window(opens, closes).event());
      driver.at(opens.minusMillis(2001));
      driver.request("early");
      driver.at(opens);
      driver.request("first");
      driver.at(closes.minusMillis(1));
      driver.request("last");
      driver.at(closes);
      driver.request("late");

      assertThat(driver.decisions())
          .containsExactly(
              "early declined RSVPS_NOT_OPEN",
              "first confirmed",
              "last confirmed",
              "late declined RSVPS_CLOSED");
    }

    @Test
    void declinesMoreGuestsThanAllowed() {
      driver.publish(aMeetup().capacity(9).maxGuests(1).event());
      driver.request("ada", 2);
      driver.request("bob", 1);

      assertThat(driver.decisions())
          .containsExactly("ada declined TOO_MANY_GUESTS", "bob confirmed");
    }

    @Test
    void declinesAnRsvpForAnUnknownMeetup() {
      driver.request("ada");
      driver.at(driver.now().plus(GRACE));
      driver.publish(aMeetup().event());
      driver.request("ada");

      assertThat(driver.decisions()).containsExactly("ada declined UNKNOWN_MEETUP");
    }

    @Test
    void tellsWaitingPartiesOnceThatPromotionsEndedAndPromotesNobodyAfterwards() {
      driver.publish(aMeetup().capacity(1).event());
      List.of("ada", "bob", "cyd").forEach(driver::request);
      driver.decisions();

      driver.at(STARTS_AT.minusSeconds(3));
      assertThat(driver.decisions()).isEmpty();
      driver.at(STARTS_AT);
      assertThat(driver.decisions()).containsExactly("bob left waiting", "cyd left waiting");

      driver.cancel("ada");
      driver.at(STARTS_AT.plusSeconds(60));
      assertThat(driver.decisions()).containsExactly("ada released seats");
    }

    @Test
    void tellsNobodyTwiceThatPromotionsEnded() {
      Instant first = Instant.parse("2026-02-10T10:00:00Z");
      driver.publish(aMeetup().capacity(1).promotionsEndAt(first).event());
      List.of("ada", "bob").forEach(driver::request);
      driver.at(first.plusSeconds(5));
      driver.publish(aMeetup().version(2, driver.now()).capacity(1).event());
      driver.request("cyd");
      driver.decisions();

      driver.at(STARTS_AT.plusSeconds(5));

      assertThat(driver.decisions()).containsExactly("cyd left waiting");
    }

    @Test
    void decidesABacklogBeforeItLooksAtTheClock() {
      driver.publish(aMeetup().capacity(1).event());
      List.of("ada", "bob").forEach(driver::request);
      Instant cancelledInTime = driver.now();
      driver.decisions();

      driver.wallClockJumpsTo(STARTS_AT.plusSeconds(60), () -> driver.cancel("ada"));

      assertThat(cancelledInTime).isBefore(STARTS_AT);
      assertThat(driver.decisions()).containsExactly("ada released seats", "bob promoted");
    }
  }

  @Nested
  @DisplayName("Rule 8: a bounded waitlist")
  class BoundedWaitlist {

    @Test
    void declinesPartiesWhenTheWaitlistIsFull() {
      driver.publish(aMeetup().capacity(1).waitlistCapacity(1).event());
      List.of("ada", "bob", "cyd").forEach(driver::request);

      assertThat(driver.decisions())
          .containsExactly("ada confirmed", "bob waits with 1", "cyd declined FULL");
    }

    @Test
    void declinesPartiesThatDoNotFitWhereThereIsNoWaitlist() {
      driver.publish(aMeetup().capacity(1).waitlistCapacity(0).event());
      List.of("ada", "bob").forEach(driver::request);

      assertThat(driver.decisions()).containsExactly("ada confirmed", "bob declined FULL");
    }
  }

  @Nested
  @DisplayName("Rule 10: a cancelled meetup")
  class CancelledMeetup {

    @Test
    void emitsNothingForTheSeatsAndDeclinesEverythingElse() {
      driver.publish(aMeetup().capacity(1).event());
      List.of("ada", "bob").forEach(driver::request);
      driver.decisions();

      driver.publish(aMeetup().version(2, driver.now()).cancelled().event());
      driver.request("cyd");
      driver.request("again", "ada", 0, Traceparent.fresh());
      driver.cancel("ada");
      driver.at(STARTS_AT.plusSeconds(5));

      assertThat(driver.decisions())
          .containsExactly(
              "cyd declined MEETUP_CANCELLED",
              "again declined MEETUP_CANCELLED",
              "ada released seats");
    }

    @Test
    void staysCancelledWhateverIsPublishedLater() {
      driver.publish(aMeetup().capacity(1).event());
      List.of("ada", "bob").forEach(driver::request);
      driver.publish(aMeetup().version(2, driver.now()).cancelled().event());
      driver.decisions();

      driver.publish(aMeetup().version(3, driver.now()).capacity(5).event());
      driver.request("cyd");

      assertThat(driver.decisions()).containsExactly("cyd declined MEETUP_CANCELLED");
    }
  }

  @Nested
  @DisplayName("Events")
  class Events {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void carryTheTraceOfTheRecordThatLedToThem() {
      driver.publish(aMeetup().capacity(1).event());
      driver.request("ada");
      driver.request("bob");
      driver.cancel("ada", new Traceparent(TRACE));

      TestRecord<String, Object> promotion = driver.records().getLast();
      EventHeaders headers = EventHeaders.readFrom(promotion.headers()).orElseThrow();

      assertThat(promotion.value()).isInstanceOf(SeatConfirmed.class);
      assertThat(headers.traceparent().value()).startsWith(TRACE.substring(0, 36));
      assertThat(headers.source()).isEqualTo("/rsvp-service/seat-allocation");
      assertThat(new String(promotion.headers().lastHeader("ce_type").value(), UTF_8))
          .isEqualTo("org.doorsopen.schemas.events.SeatConfirmed");
    }

    @Test
    void sayWhetherAReleasedPartyHadSeats() {
      driver.publish(aMeetup().capacity(1).event());
      List.of("ada", "bob").forEach(driver::request);
      driver.cancel("bob");

      assertThat(driver.events().getLast())
          .isInstanceOfSatisfying(
              SeatReleased.class, released -> assertThat(released.getWasConfirmed()).isFalse());
    }

    @Test
    void areSetAsideAndCountedWhenNobodyCanDecodeThem() {
      driver.publish(aMeetup().event());
      driver.rawRsvp("not avro".getBytes(UTF_8));
      driver.request("ada");

      assertThat(driver.decisions()).containsExactly("ada confirmed");
      assertThat(driver.deadLettersCounted).containsExactly(Topics.RSVPS);
    }

    @Test
    void stopNobodyWhateverTheyAreAndWhereverTheyStand() {
      driver.publish(aMeetup().event());
      int poisoned = driver.poison(Topics.RSVPS) + driver.poison(Topics.SCHEDULES);
      driver.request("ada");
      driver.publish(aMeetup().event("hamburg"));
      driver.requestElsewhere("hamburg", "hal");

      assertThat(driver.decisions()).containsExactly("ada confirmed", "hal confirmed");
      assertThat(driver.deadLettersCounted).hasSize(poisoned);
      assertThat(driver.deadLetters())
          .hasSize(poisoned)
          .allSatisfy(letter ->
              assertThat(letter.headers())
                  .extracting(Header::key)
                  .contains("doors_origin", "doors_reader", "doors_error", "doors_at"));
    }

    @Test
    void holdTheirMeetupAloneUntilAScheduleOfItCanBeRead() {
      driver.publish(aMeetup().capacity(2).event());
      driver.publish(aMeetup().event("hamburg"));
      driver.request("ada");
      driver.rawSchedule("not avro".getBytes(UTF_8));
      driver.request("bob");
      driver.cancel("ada");
      driver.requestElsewhere("hamburg", "hal");
      driver.at(driver.now().plus(GRACE).plus(GRACE));

      assertThat(driver.decisions()).containsExactly("ada confirmed", "hal confirmed");
      assertThat(driver.deadLettersCounted).containsExactly(Topics.SCHEDULES);

      driver.publish(aMeetup().version(2, driver.now()).capacity(1).event());
      assertThat(driver.decisions())
          .containsExactly("bob waits with 1", "ada released seats", "bob promoted");
    }
  }

  @Nested
  @DisplayName("State")
  class State {

    @Test
    void isDroppedSixtyDaysAfterTheEnd() {
      driver.publish(aMeetup().capacity(1).maxGuests(1).event());
      driver.request("ada");
      driver.request("bob", 1);
      driver.at(ENDS_AT.plus(Duration.ofDays(60)).minusSeconds(10));
      assertThat(driver.entries()).isPositive();

      driver.at(ENDS_AT.plus(Duration.ofDays(60)).plusSeconds(10));

      assertThat(driver.entries()).isZero();
    }
  }
}
