package org.doorsopen.rsvp.seats.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.doorsopen.rsvp.seats.domain.Evening.CLOSES;
import static org.doorsopen.rsvp.seats.domain.Evening.ENDS;
import static org.doorsopen.rsvp.seats.domain.Evening.NOW;
import static org.doorsopen.rsvp.seats.domain.Evening.OPENS;
import static org.doorsopen.rsvp.seats.domain.Evening.PROMOTIONS_END;
import static org.doorsopen.rsvp.seats.domain.Evening.add;
import static org.doorsopen.rsvp.seats.domain.Evening.addOfKept;
import static org.doorsopen.rsvp.seats.domain.Evening.cancel;
import static org.doorsopen.rsvp.seats.domain.Evening.cancelAt;
import static org.doorsopen.rsvp.seats.domain.Evening.cancelled;
import static org.doorsopen.rsvp.seats.domain.Evening.change;
import static org.doorsopen.rsvp.seats.domain.Evening.changeAt;
import static org.doorsopen.rsvp.seats.domain.Evening.checkConfirmations;
import static org.doorsopen.rsvp.seats.domain.Evening.closePromotionsAt;
import static org.doorsopen.rsvp.seats.domain.Evening.confirmAddress;
import static org.doorsopen.rsvp.seats.domain.Evening.given;
import static org.doorsopen.rsvp.seats.domain.Evening.grant;
import static org.doorsopen.rsvp.seats.domain.Evening.grantOfKept;
import static org.doorsopen.rsvp.seats.domain.Evening.promotionsEnd;
import static org.doorsopen.rsvp.seats.domain.Evening.request;
import static org.doorsopen.rsvp.seats.domain.Evening.requestAt;
import static org.doorsopen.rsvp.seats.domain.Evening.room;
import static org.doorsopen.rsvp.seats.domain.Evening.roomWithConfirmation;
import static org.doorsopen.rsvp.seats.domain.Evening.roomWithKept;
import static org.doorsopen.rsvp.seats.domain.Evening.roomWithWaitlist;

import java.time.Duration;
import java.time.Instant;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ServeWaitlist;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by their numbers in docs/allocation.md, without Kafka and without stores. */
class SeatAllocationTest {

  @Nested
  @DisplayName("Rules 1 and 2: parties are served in order, and nobody passes a party that fits")
  class InOrder {

    @Test
    void confirmsPartiesWhileTheyFitAndThenLetsThemWait() {
      given(room(2), request("ada"))
          .when(request("bob"))
          .then("bob confirmed")
          .when(request("cyd"))
          .then("cyd waits with 1")
          .when(request("dan"))
          .then("dan waits with 2");
    }

    @Test
    void letsAPartyWaitThatDoesNotFitAsAWhole() {
      given(room(2), request("ada")).when(request("bob", 1)).then("bob waits with 1");
    }

    @Test
    void confirmsASmallPartyBesideALargeOneThatDoesNotFit() {
      given(room(3), request("ada"), request("large", 2))
          .when(request("bob", 1))
          .then("bob confirmed");
    }

    @Test
    void keepsSeatsFromANewPartyThatAWaitingOneCouldTake() {
      given(
              promotionsEnd(1, 1, OPENS),
              request("ada"),
              request("waiting"),
              cancel("ada")) // frees a seat, which is not given away after promotions ended
          .when(request("new"))
          .then("new waits with 2");
    }
  }

  @Nested
  @DisplayName("Rule 3: seats that become free go to the waitlist, in order")
  class Promotions {

    @Test
    void promoteTheFirstThatFitsAndPassOverThoseThatDoNot() {
      given(room(2), request("ada"), request("bob"), request("large", 1), request("cyd"))
          .when(cancel("ada"))
          .then("ada released seats", "cyd promoted")
          .when(cancel("bob"))
          .then("bob released seats")
          .when(cancel("cyd"))
          .then("cyd released seats", "large promoted");
    }

    @Test
    void followALargerRoom() {
      given(room(4), request("ada", 3), request("bob", 3), request("cyd"), request("dan"))
          .when(room(2, 9))
          .then("bob promoted", "cyd promoted");
    }

    @Test
    void followALaterEndOfPromotions() {
      given(promotionsEnd(1, 1, OPENS), request("ada"), request("bob"), cancel("ada"))
          .when(promotionsEnd(2, 1, PROMOTIONS_END))
          .then("bob promoted");
    }

    @Test
    void doNotFollowACancellationOnTheWaitlist() {
      given(room(1), request("ada"), request("bob"), request("cyd"))
          .when(cancel("bob"))
          .then("bob released place");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void areTheSameInAnyNumberOfGoes(int max) {
      given(room(4), request("ada", 3), request("bob", 1), request("cyd", 3), request("dan"))
          .whenInGoesOf(max, room(2, 8))
          .then("bob promoted", "dan promoted")
          .whenInGoesOf(max, room(3, 11))
          .then("cyd promoted");
    }

    @Test
    void areFinishedBeforeAnyOtherCommand() {
      Evening evening = given(room(1), request("ada"), request("bob"), request("cyd"));
      SeatAllocation.decide(evening.seats(), room(2, 3), 1);

      assertThat(evening.seats().figures().unfinished()).isEqualTo(new ServeWaitlist(NOW));
      assertThatThrownBy(() -> SeatAllocation.decide(evening.seats(), request("dan"), 1))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  @DisplayName("Rule 4: a smaller capacity evicts nobody")
  void confirmsNothingUntilItFitsAgain() {
    given(room(3), request("ada"), request("bob"), request("cyd"))
        .when(room(2, 1))
        .thenNothing()
        .when(request("dan"))
        .then("dan waits with 1")
        .when(cancel("ada"))
        .then("ada released seats")
        .when(cancel("bob"))
        .then("bob released seats")
        .when(cancel("cyd"))
        .then("cyd released seats", "dan promoted");
  }

  @Nested
  @DisplayName("Rule 5: one active RSVP for each attendee")
  class OneActiveRsvp {

    @Test
    void declinesASecondOneAndNamesTheFirst() {
      given(room(1), request("first", "ada"), request("place", "bob"))
          .when(request("second", "ada"))
          .then("second declined ALREADY_REGISTERED as first")
          .when(request("another", "bob"))
          .then("another declined ALREADY_REGISTERED as place");
    }

    @Test
    void changesNothingWhenTheSameRsvpComesAgain() {
      given(room(1), request("ada"), request("bob"), requestAt("late", CLOSES))
          .when(request("ada"))
          .thenNothing()
          .when(request("bob", 1))
          .thenNothing()
          .when(request("late"))
          .thenNothing();
    }

    @Test
    void letsAnAttendeeComeAgainAtTheTailAfterACancellation() {
      given(room(1), request("ada"), request("place", "bob"), request("cyd"), cancel("place"))
          .when(request("again", "bob"))
          .then("again waits with 3");
    }
  }

  @Nested
  @DisplayName("Rule 6: a cancellation counts once")
  class Cancellations {

    @Test
    void changeNothingTheSecondTime() {
      given(room(1), request("ada"), request("bob"), cancel("ada"))
          .when(cancel("ada"))
          .thenNothing();
    }

    @Test
    void changeNothingForAnUnknownRsvpAndForADeclinedOne() {
      given(room(1), requestAt("late", CLOSES))
          .when(cancel("nobody"))
          .thenNothing()
          .when(cancel("late"))
          .thenNothing();
    }
  }

  @Nested
  @DisplayName("Rule 7: windows are half-open")
  class Windows {

    @Test
    void declineRsvpsBeforeTheyOpenAndFromTheirClosingOn() {
      given(room(9))
          .when(requestAt("early", OPENS.minusMillis(1)))
          .then("early declined RSVPS_NOT_OPEN")
          .when(requestAt("first", OPENS))
          .then("first confirmed")
          .when(requestAt("last", CLOSES.minusMillis(1)))
          .then("last confirmed")
          .when(requestAt("late", CLOSES))
          .then("late declined RSVPS_CLOSED");
    }

    @Test
    void declineTooManyGuests() {
      given(room(9)).when(request("ada", 4)).then("ada declined TOO_MANY_GUESTS");
    }

    @Test
    void declineRsvpsForAnUnknownMeetup() {
      given().when(request("ada")).then("ada declined UNKNOWN_MEETUP");
    }

    @Test
    void endPromotionsAtTheirEnd() {
      given(room(1), request("ada"), request("bob"), request("cyd"))
          .when(cancelAt("ada", PROMOTIONS_END.minusMillis(1)))
          .then("ada released seats", "bob promoted")
          .when(cancelAt("bob", PROMOTIONS_END))
          .then("bob released seats");
    }

    @Test
    void tellWaitingPartiesOnceThatPromotionsEnded() {
      given(room(3), request("ada", 2), request("large", 2), request("bob"), request("cyd"))
          .when(closePromotionsAt(PROMOTIONS_END.minusMillis(1)))
          .thenNothing()
          .when(closePromotionsAt(PROMOTIONS_END))
          .then("large left waiting with 1", "bob left waiting with 2", "cyd left waiting with 3")
          .when(closePromotionsAt(ENDS))
          .thenNothing();
    }

    @Test
    void tellPartiesThatJoinTheWaitlistAfterPromotionsEnded() {
      given(promotionsEnd(1, 1, OPENS), request("ada"), request("bob"), closePromotionsAt(NOW))
          .when(request("late"))
          .then("late waits with 2")
          .when(closePromotionsAt(NOW))
          .then("late left waiting with 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void tellTheSameInAnyNumberOfGoes(int max) {
      given(room(3), request("ada", 2), request("bob"), request("large", 2), request("cyd"))
          .whenInGoesOf(max, closePromotionsAt(PROMOTIONS_END))
          .then("bob left waiting with 1", "large left waiting with 2", "cyd left waiting with 3");
    }

    @Test
    void promoteAPartyByACancellationInTimeAlthoughItWasTold() {
      given(room(1), request("ada"), request("bob"), closePromotionsAt(PROMOTIONS_END))
          .when(cancelAt("ada", PROMOTIONS_END.minusMillis(1)))
          .then("ada released seats", "bob promoted");
    }
  }

  @Nested
  @DisplayName("Rule 8: waitlistCapacity counts parties")
  class WaitlistCapacity {

    @Test
    void declinesPartiesPastIt() {
      given(roomWithWaitlist(4, 2), request("ada", 3), request("bob", 3), request("cyd"))
          .when(request("dan"))
          .then("dan declined FULL")
          .when(cancel("bob"))
          .then("bob released place")
          .when(request("eve"))
          .then("eve waits with 3");
    }

    @Test
    void maySayThatThereIsNoWaitlist() {
      given(roomWithWaitlist(1, 0), request("ada")).when(request("bob")).then("bob declined FULL");
    }
  }

  @Test
  @DisplayName("Rule 9: decisions carry the figures that they led to, never above the capacity")
  void saysWhatItWasDecidedUnder() {
    Evening evening =
        given(room(1), room(3, 2), request("ada", 1), request("bob")).when(cancel("ada"));

    assertThat(evening.decisions())
        .extracting(
            Decision::scheduleVersion,
            Decision::capacity,
            Decision::confirmedSeats,
            Decision::waitlistedParties,
            Decision::decidedAt)
        .containsExactly(tuple(3, 2, 0, 1, NOW), tuple(3, 2, 1, 0, NOW));
  }

  @Nested
  @DisplayName("Rule 11: a party that is larger than the room is told so")
  class LargeParties {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 3"})
    void areDeclinedHoweverManySeatsAreFree(int capacity, int guests) {
      given(room(capacity)).when(request("ada", guests)).then("ada declined ROOM_TOO_SMALL");
    }

    @Test
    void haveSeatsWhereTheyJustFit() {
      given(room(4)).when(request("ada", 3)).then("ada confirmed");
    }

    @Test
    void keepTheirPlaceInARoomThatBecameSmallerThanThey() {
      given(room(4), request("ada", 3), request("bob", 2), room(2, 1))
          .when(request("cyd", 1))
          .then("cyd declined ROOM_TOO_SMALL")
          .when(cancel("ada"))
          .then("ada released seats")
          .when(room(3, 3))
          .then("bob promoted");
    }
  }

  @Nested
  @DisplayName("Rule 13: a seat whose address is not confirmed in time goes to the next")
  class Confirmations {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Instant HALF_TIME = NOW.plus(HALF_AN_HOUR.dividedBy(2));
    private static final Instant UNTIL = NOW.plus(HALF_AN_HOUR);

    private Evening asking(int capacity, SeatCommand... history) {
      SeatCommand[] all = new SeatCommand[history.length + 1];
      all[0] = roomWithConfirmation(1, capacity, HALF_AN_HOUR);
      System.arraycopy(history, 0, all, 1, history.length);
      return given(all);
    }

    @Test
    void remindsAtHalfTimeAndReleasesAtTheEnd() {
      asking(1, request("ada"), request("bob"))
          .when(checkConfirmations(HALF_TIME.minusMillis(1)))
          .thenNothing()
          .when(checkConfirmations(HALF_TIME))
          .then("ada reminded")
          .when(checkConfirmations(UNTIL.minusMillis(1)))
          .thenNothing()
          .when(checkConfirmations(UNTIL))
          .then("ada released seats", "bob promoted")
          .when(checkConfirmations(UNTIL))
          .thenNothing();
    }

    @Test
    void givesThePromotedPartyATimeOfItsOwn() {
      asking(1, request("ada"), request("bob"), checkConfirmations(UNTIL))
          .when(checkConfirmations(UNTIL.plus(HALF_AN_HOUR).minusMillis(1)))
          .then("bob reminded")
          .when(checkConfirmations(UNTIL.plus(HALF_AN_HOUR)))
          .then("bob released seats");
    }

    @Test
    void keepsTheSeatOfAnAddressThatIsConfirmedOnce() {
      asking(1, request("ada"))
          .when(confirmAddress("ada"))
          .then("ada proved")
          .when(confirmAddress("ada"))
          .thenNothing()
          .when(checkConfirmations(UNTIL))
          .thenNothing();
    }

    @Test
    void asksNothingOfAPartyThatConfirmedItsAddressWhileItWaited() {
      asking(1, request("ada"), request("bob"), confirmAddress("bob"))
          .when(checkConfirmations(UNTIL))
          .then("ada reminded", "ada released seats", "bob promoted")
          .when(checkConfirmations(PROMOTIONS_END))
          .thenNothing();
    }

    @Test
    void forgetsTheDeadlineOfAPartyThatCancels() {
      asking(1, request("ada"), cancel("ada")).when(checkConfirmations(UNTIL)).thenNothing();
    }

    @Test
    void releasesNothingThatNobodyCouldGet() {
      Duration untilPromotionsEnd = Duration.between(NOW, PROMOTIONS_END);

      given(roomWithConfirmation(1, 1, untilPromotionsEnd), request("ada"))
          .when(checkConfirmations(PROMOTIONS_END))
          .thenNothing();
      given(roomWithConfirmation(1, 1, untilPromotionsEnd.minusMillis(1)), request("ada"))
          .when(checkConfirmations(PROMOTIONS_END))
          .then("ada reminded", "ada released seats");
    }

    @Test
    void keepsTheDeadlineThatWasToldWhateverIsPublishedLater() {
      asking(1, request("ada"), room(2, 5))
          .when(checkConfirmations(HALF_TIME))
          .then("ada reminded")
          .when(request("bob"))
          .then("bob confirmed")
          .when(checkConfirmations(UNTIL))
          .then("ada released seats");
    }

    @Test
    void concernsNobodyOfACancelledMeetup() {
      asking(1, request("ada"), cancelled(2)).when(checkConfirmations(UNTIL)).thenNothing();
    }

    @Test
    void changesNothingForUnknownAndEndedRsvps() {
      asking(1, request("ada"), cancel("ada"))
          .when(confirmAddress("ada"))
          .thenNothing()
          .when(confirmAddress("nobody"))
          .thenNothing();
    }

    @Test
    void letsAnAttendeeComeAgainAfterwards() {
      asking(1, request("ada"), checkConfirmations(UNTIL))
          .when(request("again", "ada"))
          .then("again confirmed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void decidesTheSameInAnyNumberOfGoes(int max) {
      asking(
              2,
              request("ada"),
              request("bob"),
              request("cyd"),
              request("dan"),
              checkConfirmations(HALF_TIME))
          .whenInGoesOf(max, checkConfirmations(UNTIL))
          .then("ada released seats", "bob released seats", "cyd promoted", "dan promoted");
    }
  }

  @Nested
  @DisplayName("Rule 14: fewer guests at once; more if nobody loses by it; a wish is decided once")
  class Changes {

    @Test
    void freesSeatsAtOnceForTheNextInLine() {
      given(room(4), request("ada", 3), request("bob"), request("cyd", 1))
          .when(change("ada", 1))
          .then("ada changed from 4 to 2", "bob promoted")
          .when(change("ada", 0))
          .then("ada changed from 2 to 1", "cyd promoted");
    }

    @Test
    void grantsMoreWhileSeatsAreFreeAndRefusesWithoutTakingAnything() {
      given(room(3), request("ada"))
          .when(change("ada", 1))
          .then("ada changed from 1 to 2")
          .when(request("bob"))
          .then("bob confirmed")
          .when(change("ada", 2))
          .then("ada stays, not 3: FULL")
          .when(cancel("ada"))
          .then("ada released seats")
          .when(request("cyd", 1))
          .then("cyd confirmed");
    }

    @Test
    void grantsMoreBesideALargerPartyThatDoesNotFit() {
      given(room(4), request("ada"), request("bob"), request("large", 3))
          .when(change("ada", 2))
          .then("ada changed from 1 to 3")
          .when(change("bob", 1))
          .then("bob stays, not 2: FULL");
    }

    @Test
    void keepsSeatsFromALargerPartyThatAWaitingOneCouldTake() {
      given(promotionsEnd(1, 2, OPENS), request("ada"), request("bob"), request("cyd"))
          .when(cancel("bob")) // frees a seat, which is not given away after promotions ended
          .then("bob released seats")
          .when(change("ada", 1))
          .then("ada stays, not 2: FULL");
    }

    @Test
    void letsASmallerPartyKeepItsPlaceAndMoveUp() {
      given(room(3), request("ada"), request("large", 2), request("bob", 2))
          .when(change("bob", 1))
          .then("bob changed from 3 to 2, waits with 2, moves up", "bob promoted");
      given(room(2), request("ada", 1), request("large", 1), request("bob"))
          .when(change("large", 0))
          .then("large changed from 2 to 1, waits with 1")
          .when(change("ada", 0))
          .then("ada changed from 2 to 1", "large promoted");
    }

    @Test
    void sendsALargerPartyToTheEndOfTheWaitlist() {
      given(room(2), request("ada", 1), request("first"), request("bob"))
          .when(change("first", 1))
          .then("first changed from 1 to 2, waits with 3")
          .when(cancel("ada"))
          .then("ada released seats", "bob promoted")
          .when(change("first", 0))
          .then("first changed from 2 to 1, waits with 3, moves up", "first promoted");
    }

    @Test
    void needsNoOtherPlaceOnAWaitlistThatIsFull() {
      given(roomWithWaitlist(2, 1), request("ada", 1), request("bob"))
          .when(change("bob", 1))
          .then("bob changed from 1 to 2, waits with 2");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-02-01T11:59:59.999Z, RSVPS_NOT_OPEN",
      "2026-02-08T12:00:00Z, RSVPS_CLOSED",
      "2026-02-09T12:00:00Z, RSVPS_CLOSED"
    })
    void grantsMoreWithinTheWindowAloneAndFewerAlways(Instant at, ChangeRefusal refusal) {
      given(room(5), request("ada", 1))
          .when(changeAt("ada", 2, at))
          .then("ada stays, not 3: " + refusal)
          .when(changeAt("ada", 1, at))
          .then("ada changed from 2 to 2")
          .when(changeAt("ada", 0, at))
          .then("ada changed from 2 to 1");
    }

    @Test
    void isBoundByTheGuestsThatTheMeetupAdmitsAndByTheRoom() {
      given(room(9), request("ada"), request("bob", 3))
          .when(change("ada", 4))
          .then("ada stays, not 5: TOO_MANY_GUESTS")
          .when(room(2, 2))
          .thenNothing()
          .when(change("ada", 2))
          .then("ada stays, not 3: ROOM_TOO_SMALL")
          .when(change("bob", 2)) // still more than the room has, and fewer than it had
          .then("bob changed from 4 to 3");
    }

    @Test
    void takesNothingFromARoomThatBecameTooSmall() {
      given(room(4), request("ada", 1), request("bob", 1), room(2, 2))
          .when(change("ada", 1))
          .then("ada changed from 2 to 2")
          .when(change("ada", 0))
          .then("ada changed from 2 to 1")
          .when(change("ada", 1))
          .then("ada stays, not 2: FULL");
    }

    @Test
    void offersNoMoreOnAWaitlistThatIsClosed() {
      given(room(1), request("ada"), request("bob", 0), request("cyd", 0))
          .when(changeAt("bob", 0, PROMOTIONS_END))
          .then("bob changed from 1 to 1, waits with 1");
      given(
              promotionsEnd(1, 2, PROMOTIONS_END),
              request("ada"),
              request("bob", 1),
              promotionsEnd(2, 3, OPENS),
              closePromotionsAt(OPENS))
          .when(change("bob", 2))
          .then("bob stays, not 3: WAITLIST_CLOSED")
          .when(change("bob", 0))
          .then("bob changed from 2 to 1, waits with 1 in vain");
    }

    @Test
    void keepsRefusingMoreToAPartyThatWasToldOnceThatPromotionsEnded() {
      given(
              room(1),
              request("ada"),
              request("bob"),
              promotionsEnd(2, 2, OPENS),
              closePromotionsAt(OPENS),
              promotionsEnd(3, 1, PROMOTIONS_END))
          .when(change("bob", 1))
          .then("bob stays, not 2: WAITLIST_CLOSED");
    }

    @Test
    void changesNothingForUnknownAndEndedRsvps() {
      given(room(1), request("ada"), request("bob", 3), cancel("ada"))
          .when(change("ada", 1))
          .thenNothing()
          .when(change("bob", 0))
          .thenNothing()
          .when(change("nobody", 0))
          .thenNothing();
    }

    @Test
    void refusesEverythingOfACancelledMeetup() {
      given(room(3), request("ada", 1), cancelled(2))
          .when(change("ada", 0))
          .then("ada stays, not 1: MEETUP_CANCELLED")
          .when(change("ada", 2))
          .then("ada stays, not 3: MEETUP_CANCELLED");
    }

    @Test
    void decidesAWishOnceHoweverOftenItComes() {
      SeatCommand two = change("ada", 1);
      SeatCommand four = change("ada", 3);
      given(room(3), request("ada"))
          .when(four)
          .then("ada stays, not 4: ROOM_TOO_SMALL")
          .when(two)
          .then("ada changed from 1 to 2")
          .when(change("ada", 0))
          .then("ada changed from 2 to 1")
          .when(two)
          .thenNothing()
          .when(room(2, 9))
          .thenNothing()
          .when(four)
          .thenNothing();
    }

    @Test
    void takesTheLaterOfTwoWishes() {
      given(room(4), request("ada"))
          .when(change("ada", 3))
          .then("ada changed from 1 to 4")
          .when(change("ada", 1))
          .then("ada changed from 4 to 2");
    }

    @Test
    void keepsTheTimeToConfirmAndTheProof() {
      Duration hour = Duration.ofHours(1);
      given(roomWithConfirmation(1, 4, hour), request("ada", 1), request("bob", 1))
          .when(change("ada", 0))
          .then("ada changed from 2 to 1")
          .when(confirmAddress("bob"))
          .then("bob proved")
          .when(change("bob", 2))
          .then("bob changed from 2 to 3")
          .when(checkConfirmations(NOW.plus(hour)))
          .then("ada reminded", "ada released seats");
    }

    @Test
    void confirmsThatManySeatsOfAPartyThatWaited() {
      given(room(4), request("ada"), request("bob", 3), change("bob", 1), change("bob", 2))
          .when(request("cyd"))
          .then("cyd waits with 2")
          .when(cancel("ada"))
          .then("ada released seats", "cyd promoted")
          .when(cancel("bob"))
          .then("bob released seats")
          .when(request("dan", 2))
          .then("dan confirmed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void decidesTheSameInAnyNumberOfGoes(int max) {
      given(room(4), request("ada", 3), request("bob"), request("cyd", 1), request("dan"))
          .whenInGoesOf(max, change("ada", 0))
          .then("ada changed from 4 to 1", "bob promoted", "cyd promoted");
    }

    @Test
    void findsTheFirstOfAQueueThatAPartyHasJoinedWithAnEarlierTicket() {
      given(
              room(4),
              request("ada", 3),
              request("large", 2),
              request("bob"),
              request("cyd"),
              change("ada", 2), // bob moves up
              change("large", 0)) // waits before cyd now
          .when(change("ada", 1))
          .then("ada changed from 3 to 2", "large promoted")
          .when(change("ada", 0))
          .then("ada changed from 2 to 1", "cyd promoted");
    }
  }

  @Nested
  @DisplayName("Rule 15: kept seats count in the room, and the waitlist cannot take them")
  class KeptSeats {

    @Test
    void areNotForRsvps() {
      given(roomWithKept(1, 3, 2))
          .when(request("ada"))
          .then("ada confirmed")
          .when(request("bob"))
          .then("bob waits with 1")
          .when(cancel("ada"))
          .then("ada released seats", "bob promoted");
    }

    @Test
    void goBackToWhereTheyCameFrom() {
      given(roomWithKept(1, 2, 1), request("ada"), request("bob"))
          .when(addOfKept("speaker", 0))
          .then("speaker seated, 1 kept")
          .when(cancel("speaker"))
          .then("speaker released seats")
          .when(addOfKept("other", 0))
          .then("other seated, 1 kept");
    }

    @Test
    void areLentToNobodyWhenThereAreMoreOfThem() {
      given(roomWithKept(1, 2, 0), request("ada"), request("bob"), request("cyd"))
          .when(roomWithKept(2, 2, 1))
          .thenNothing()
          .when(cancel("ada"))
          .then("ada released seats")
          .when(addOfKept("speaker", 0))
          .then("speaker seated, 1 kept")
          .when(cancel("bob"))
          .then("bob released seats", "cyd promoted");
    }

    @Test
    void goToTheWaitlistWhenThereAreFewerOfThemAndStayWithThoseThatHaveThem() {
      given(roomWithKept(1, 3, 2), addOfKept("speaker", 0), request("ada"), request("bob"))
          .when(roomWithKept(2, 3, 1))
          .then("bob promoted")
          .when(roomWithKept(3, 3, 0))
          .thenNothing()
          .when(cancel("speaker"))
          .then("speaker released seats");
    }

    @Test
    void areKeptInASmallerRoomAndEvictNobody() {
      given(roomWithKept(1, 4, 2), request("ada"), request("bob"), request("cyd"))
          .when(roomWithKept(2, 2, 2))
          .thenNothing()
          .when(addOfKept("speaker", 0))
          .then("speaker not added: FULL")
          .when(cancel("ada"))
          .then("ada released seats")
          .when(grantOfKept("speaker"))
          .then("speaker seated, 1 kept");
    }

    @Test
    void areTheLastThatAPartyGivesUpAndItGetsNoMoreOfThemByItself() {
      given(roomWithKept(1, 4, 2), request("ada"), addOfKept("sponsor", 2), request("bob"))
          .when(change("sponsor", 1))
          .then("sponsor changed from 3 to 2", "bob promoted")
          .when(change("sponsor", 0))
          .then("sponsor changed from 2 to 1")
          .when(change("sponsor", 1))
          .then("sponsor stays, not 2: FULL")
          .when(addOfKept("other", 0))
          .then("other seated, 1 kept");
    }
  }

  @Nested
  @DisplayName("Rule 16: an organizer gives a waiting or declined RSVP its seats, if there are any")
  class SeatsByHand {

    @Test
    void passTheWaitlist() {
      given(promotionsEnd(1, 1, OPENS), request("ada"), request("bob"), request("cyd"))
          .when(cancel("ada")) // nobody moves up any more
          .then("ada released seats")
          .when(grant("cyd"))
          .then("cyd seated from the waitlist")
          .when(grant("bob"))
          .then("bob not seated: FULL");
    }

    @Test
    void areOfThoseThatAreKeptOnlyWhereThatIsAskedFor() {
      given(roomWithKept(1, 2, 1), request("ada"), request("bob"), request("cyd"))
          .when(grant("cyd"))
          .then("cyd not seated: FULL")
          .when(grantOfKept("cyd"))
          .then("cyd seated from the waitlist, 1 kept")
          .when(grantOfKept("bob"))
          .then("bob not seated: FULL");
    }

    @Test
    void areOfTheOthersWhereNotAsManyAreKept() {
      given(roomWithKept(1, 4, 1), addOfKept("sponsor", 2))
          .when(request("ada"))
          .then("ada confirmed")
          .when(request("bob"))
          .then("bob waits with 1")
          .when(cancel("sponsor"))
          .then("sponsor released seats", "bob promoted");
    }

    @Test
    void areForThoseThatWereDeclinedAndNotForThoseThatGaveThemUp() {
      given(room(2), requestAt("late", CLOSES), request("ada"), cancel("ada"))
          .when(grant("late"))
          .then("late seated")
          .when(grant("late"))
          .then("late not seated: ALREADY_SEATED")
          .when(grant("ada"))
          .then("ada not seated: RSVP_ENDED")
          .when(grant("nobody"))
          .thenNothing();
    }

    @Test
    void areForOneRsvpOfAnAttendee() {
      given(room(3), request("first", "ada"), request("second", "ada"))
          .when(grant("second"))
          .then("second not seated: ALREADY_REGISTERED")
          .when(cancel("first"))
          .then("first released seats")
          .when(grant("second"))
          .then("second seated")
          .when(request("third", "ada"))
          .then("third declined ALREADY_REGISTERED as second");
    }

    @Test
    void areGivenOnceHoweverOftenTheGrantComes() {
      SeatCommand grant = grant("bob");
      given(room(1), request("ada"), request("bob"))
          .when(grant)
          .then("bob not seated: FULL")
          .when(room(2, 2))
          .then("bob promoted")
          .when(cancel("bob"))
          .then("bob released seats")
          .when(grant)
          .thenNothing();
    }

    @Test
    void needNoConfirmationOfTheAddress() {
      given(roomWithConfirmation(1, 1, Duration.ofHours(1)), requestAt("late", CLOSES))
          .when(grant("late"))
          .then("late seated")
          .when(checkConfirmations(NOW.plus(Duration.ofHours(2))))
          .thenNothing();
    }

    @Test
    void areNotThereAtACancelledMeetup() {
      given(room(1), request("ada"), request("bob"), cancelled(2))
          .when(grant("bob"))
          .then("bob not seated: MEETUP_CANCELLED");
    }
  }

  @Nested
  @DisplayName("Rule 17: an organizer adds a person, at any time and with as many guests as fit")
  class PeopleWhoAreAdded {

    @Test
    void needNoOpenWindowAndMayBringMoreGuestsThanOthers() {
      given(room(6), closePromotionsAt(ENDS))
          .when(add("speaker", 4))
          .then("speaker seated")
          .when(add("other", 1))
          .then("other not added: FULL")
          .when(cancel("speaker"))
          .then("speaker released seats")
          .when(grant("other"))
          .then("other seated");
    }

    @Test
    void comeOnceAndHaveOneRsvp() {
      SeatCommand adds = add("ada", 0);
      given(room(3), adds)
          .when(adds)
          .thenNothing()
          .when(request("second", "ada"))
          .then("second declined ALREADY_REGISTERED as ada")
          .when(request("ada"))
          .thenNothing();
    }

    @Test
    void areNobodyAtAMeetupThatIsNotKnown() {
      given().when(add("ada", 0)).then("ada not added: UNKNOWN_MEETUP");
    }
  }

  @Nested
  @DisplayName("Rule 12: with ALREADY_REGISTERED goes what anybody else would have been told")
  class AlreadyRegistered {

    @Test
    void saysWhyItWouldHaveBeenDeclinedOtherwise() {
      given(roomWithWaitlist(2, 0), request("first", "ada"))
          .when(request("fits", "ada"))
          .then("fits declined ALREADY_REGISTERED as first")
          .when(new RequestSeats("many", "ada", 4, NOW))
          .then("many declined ALREADY_REGISTERED as first, otherwise TOO_MANY_GUESTS")
          .when(new RequestSeats("large", "ada", 2, NOW))
          .then("large declined ALREADY_REGISTERED as first, otherwise ROOM_TOO_SMALL")
          .when(new RequestSeats("full", "ada", 1, NOW))
          .then("full declined ALREADY_REGISTERED as first, otherwise FULL")
          .when(new RequestSeats("early", "ada", 0, OPENS.minusMillis(1)))
          .then("early declined ALREADY_REGISTERED as first, otherwise RSVPS_NOT_OPEN")
          .when(new RequestSeats("late", "ada", 0, CLOSES))
          .then("late declined ALREADY_REGISTERED as first, otherwise RSVPS_CLOSED");
    }
  }

  @Nested
  @DisplayName("Rule 10: versions only go up, and a cancelled meetup stays cancelled")
  class Revisions {

    @Test
    void ignoreEarlierVersions() {
      given(room(2, 1), request("ada"), request("bob"))
          .when(room(1, 9))
          .thenNothing()
          .when(room(2, 9))
          .thenNothing()
          .when(room(3, 9))
          .then("bob promoted");
    }

    @Test
    void tellNobodyOfACancellationAndDeclineNewRsvps() {
      given(room(1), request("ada"), request("bob"))
          .when(cancelled(2))
          .thenNothing()
          .when(request("cyd"))
          .then("cyd declined MEETUP_CANCELLED")
          .when(closePromotionsAt(PROMOTIONS_END))
          .thenNothing()
          .when(room(3, 9))
          .thenNothing()
          .when(request("dan"))
          .then("dan declined MEETUP_CANCELLED");
    }
  }
}
