package org.doorsopen.rsvp.seats.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.doorsopen.rsvp.seats.domain.Outcome.GrantRefusal;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CancelRsvp;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ChangeParty;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CheckConfirmations;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ClosePromotions;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ConfirmAddress;
import org.doorsopen.rsvp.seats.domain.SeatCommand.Grant;
import org.doorsopen.rsvp.seats.domain.SeatCommand.GrantSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.GrantSeats.Added;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.jspecify.annotations.Nullable;

/**
 * The language of the rules' tests: {@code given(terms(), request("ada")).when(cancel("ada"))
 * .then("ada released seats")}. An attendee has the name of the RSVP, if no other is given.
 */
final class Evening {

  static final Instant OPENS = Instant.parse("2026-02-01T12:00:00Z");
  static final Instant NOW = OPENS.plus(Duration.ofDays(1));
  static final Instant CLOSES = OPENS.plus(Duration.ofDays(7));
  static final Instant PROMOTIONS_END = CLOSES.plus(Duration.ofHours(6));
  static final Instant ENDS = PROMOTIONS_END.plus(Duration.ofHours(3));

  private static final int NO_LIMIT = 1_000;

  private final MeetupSeats seats = new MeetupSeatsInMemory();
  private List<Decision> decisions = List.of();

  private Evening() {}

  static Evening given(SeatCommand... history) {
    Evening evening = new Evening();
    for (SeatCommand command : history) {
      evening.decideInGoesOf(NO_LIMIT, command);
    }
    return evening;
  }

  Evening when(SeatCommand command) {
    return whenInGoesOf(NO_LIMIT, command);
  }

  Evening whenInGoesOf(int max, SeatCommand command) {
    decisions = decideInGoesOf(max, command);
    return this;
  }

  private List<Decision> decideInGoesOf(int max, SeatCommand command) {
    List<Decision> all = new ArrayList<>(SeatAllocation.decide(seats, command, max));
    while (seats.figures().unfinished() != null) {
      all.addAll(SeatAllocation.decide(seats, seats.figures().unfinished(), max));
    }
    return all;
  }

  /** One line for each decision, in their order. */
  Evening then(String... lines) {
    assertThat(decisions.stream().map(Evening::line)).containsExactly(lines);
    return this;
  }

  Evening thenNothing() {
    return then();
  }

  MeetupSeats seats() {
    return seats;
  }

  List<Decision> decisions() {
    return decisions;
  }

  private static String line(Decision decision) {
    String rsvpId = decision.party().rsvpId();
    return switch (decision.outcome()) {
      case Outcome.Confirmed(boolean promoted, @Nullable Deadline _) ->
          rsvpId + (promoted ? " promoted" : " confirmed");
      case Outcome.Granted(Grant _, boolean waited, int reserved) ->
          rsvpId
              + (waited ? " seated from the waitlist" : " seated")
              + (reserved == 0 ? "" : ", " + reserved + " kept");
      case Outcome.NotGranted(Grant _, GrantRefusal refusal, boolean added) ->
          rsvpId + (added ? " not added: " : " not seated: ") + refusal;
      case Outcome.Reminded(Instant _) -> rsvpId + " reminded";
      case Outcome.Proved() -> rsvpId + " proved";
      case Outcome.Waitlisted(long number) -> rsvpId + " waits with " + number;
      case Outcome.Released(boolean wasConfirmed, ReleaseCause _) ->
          rsvpId + " released " + (wasConfirmed ? "seats" : "place");
      case Outcome.Declined(
              Refusal refusal,
              @Nullable String activeRsvpId,
              @Nullable Refusal otherwise) ->
          rsvpId
              + " declined "
              + refusal
              + (activeRsvpId == null ? "" : " as " + activeRsvpId)
              + (otherwise == null ? "" : ", otherwise " + otherwise);
      case Outcome.Changed changed -> rsvpId + " changed" + changed(changed);
      case Outcome.Unchanged(String _, int wanted, ChangeRefusal refusal) ->
          rsvpId + " stays, not " + wanted + ": " + refusal;
      case Outcome.LeftWaiting(long number) -> rsvpId + " left waiting with " + number;
    };
  }

  private static String changed(Outcome.Changed changed) {
    String sizes = " from " + changed.formerSeats() + " to " + changed.state().party().seats();
    return sizes
        + (changed.state() instanceof RsvpState.Waiting waiting
            ? ", waits with " + waiting.number()
            : "")
        + (changed.told() ? " in vain" : "")
        + (changed.movesUp() ? ", moves up" : "");
  }

  static ChangeParty change(String rsvpId, int guests) {
    return changeAt(rsvpId, guests, NOW);
  }

  /** Each of these is another wish. */
  static ChangeParty changeAt(String rsvpId, int guests, Instant at) {
    return new ChangeParty(rsvpId, UUID.randomUUID().toString(), guests, at);
  }

  /** Each of these is another wish. */
  static GrantSeats grant(String rsvpId) {
    return grant(rsvpId, null, false);
  }

  static GrantSeats grantOfKept(String rsvpId) {
    return grant(rsvpId, null, true);
  }

  static GrantSeats add(String rsvpId, int guests) {
    return grant(rsvpId, new Added(rsvpId, guests), false);
  }

  static GrantSeats addOfKept(String rsvpId, int guests) {
    return grant(rsvpId, new Added(rsvpId, guests), true);
  }

  private static GrantSeats grant(String rsvpId, @Nullable Added added, boolean reserved) {
    Grant grant = new Grant(UUID.randomUUID().toString(), Grant.Cause.SPEAKER, "org");
    return new GrantSeats(rsvpId, added, reserved, grant, NOW);
  }

  /** So many of the seats are kept. */
  static ReviseTerms roomWithKept(int version, int capacity, int reserved) {
    return terms(version, capacity, null, PROMOTIONS_END, false, null, reserved);
  }

  static RequestSeats request(String rsvpId) {
    return request(rsvpId, 0);
  }

  static RequestSeats request(String rsvpId, int guests) {
    return request(rsvpId, rsvpId, guests, NOW);
  }

  static RequestSeats request(String rsvpId, String attendeeId) {
    return request(rsvpId, attendeeId, 0, NOW);
  }

  static RequestSeats requestAt(String rsvpId, Instant at) {
    return request(rsvpId, rsvpId, 0, at);
  }

  private static RequestSeats request(String rsvpId, String attendeeId, int guests, Instant at) {
    return new RequestSeats(rsvpId, attendeeId, guests, at);
  }

  static CancelRsvp cancel(String rsvpId) {
    return cancelAt(rsvpId, NOW);
  }

  static CancelRsvp cancelAt(String rsvpId, Instant at) {
    return new CancelRsvp(rsvpId, ReleaseCause.ATTENDEE, at);
  }

  static ClosePromotions closePromotionsAt(Instant at) {
    return new ClosePromotions(at);
  }

  static ReviseTerms room(int capacity) {
    return room(1, capacity);
  }

  /** Three guests at most, and a waitlist without limit. */
  static ReviseTerms room(int version, int capacity) {
    return terms(version, capacity, null, PROMOTIONS_END, false, null);
  }

  static ReviseTerms roomWithWaitlist(int capacity, int waitlistCapacity) {
    return terms(1, capacity, waitlistCapacity, PROMOTIONS_END, false, null);
  }

  static ReviseTerms promotionsEnd(int version, int capacity, Instant at) {
    return terms(version, capacity, null, at, false, null);
  }

  /** Parties have that long to confirm their address. */
  static ReviseTerms roomWithConfirmation(int version, int capacity, Duration confirmWithin) {
    return terms(version, capacity, null, PROMOTIONS_END, false, confirmWithin);
  }

  static ConfirmAddress confirmAddress(String rsvpId) {
    return new ConfirmAddress(rsvpId, NOW);
  }

  static CheckConfirmations checkConfirmations(Instant at) {
    return new CheckConfirmations(at, false, at);
  }

  static ReviseTerms cancelled(int version) {
    return terms(version, 10, null, PROMOTIONS_END, true, null);
  }

  private static ReviseTerms terms(
      int version,
      int capacity,
      @Nullable Integer waitlistCapacity,
      Instant promotionsEndAt,
      boolean cancelled,
      @Nullable Duration confirmWithin) {
    return terms(version, capacity, waitlistCapacity, promotionsEndAt, cancelled, confirmWithin, 0);
  }

  private static ReviseTerms terms(
      int version,
      int capacity,
      @Nullable Integer waitlistCapacity,
      Instant promotionsEndAt,
      boolean cancelled,
      @Nullable Duration confirmWithin,
      int reserved) {
    Terms terms =
        new Terms(
            version,
            cancelled,
            capacity,
            3,
            waitlistCapacity,
            OPENS,
            CLOSES,
            promotionsEndAt,
            ENDS,
            confirmWithin,
            reserved);
    return new ReviseTerms(terms, NOW);
  }
}
