package org.doorsopen.rsvp.seats.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.doorsopen.rsvp.seats.domain.Decision;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Figures.Queue;
import org.doorsopen.rsvp.seats.domain.MeetupSeats;
import org.doorsopen.rsvp.seats.domain.Outcome;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.Refusal;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CheckConfirmations;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ClosePromotions;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ConfirmAddress;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.domain.Terms;

/** Allocators that break one rule and keep the others. */
final class FlawedDeciders {

  private static final Duration DELAY = Duration.ofSeconds(10);
  private static final Duration HASTE = Duration.ofHours(6);

  private FlawedDeciders() {}

  /** Rule 5: forgets that the attendee has an RSVP already. */
  static List<Decision> withoutDuplicateDetection(MeetupSeats seats, SeatCommand command, int max) {
    if (command instanceof RequestSeats request) {
      seats.deactivate(new Party(request.rsvpId(), request.attendeeId(), 1));
    }
    return SeatAllocation.decide(seats, command, max);
  }

  /** Rule 2: every request gets free seats, even if a waiting party would fit into them. */
  static List<Decision> pastTheWaitlist(MeetupSeats seats, SeatCommand command, int max) {
    Figures before = seats.figures();
    int free = before.capacity() - before.confirmedSeats();
    if (!(command instanceof RequestSeats request) || request.guests() + 1 > free) {
      return SeatAllocation.decide(seats, command, max);
    }
    seats.keep(waiting(before, new TreeMap<>()));
    List<Decision> decisions = SeatAllocation.decide(seats, command, max);
    seats.keep(waiting(seats.figures(), before.waiting()));
    return decisions.stream()
        .map(decision -> figures(decision, decision.capacity(), before.waitlistedParties()))
        .toList();
  }

  private static Figures waiting(Figures figures, NavigableMap<Integer, Queue> waiting) {
    return new Figures(
        figures.terms(),
        figures.confirmedSeats(),
        waiting,
        figures.nextNumber(),
        figures.toldUpTo(),
        figures.reservedTaken(),
        figures.unfinished());
  }

  /** Rules 2 and 9: there is always room for one more than was published. */
  static List<Decision> overbookingByOne(MeetupSeats seats, SeatCommand command, int max) {
    SeatCommand generous =
        command instanceof ReviseTerms(Terms terms, Instant at)
            ? new ReviseTerms(withOneSeatMore(terms), at)
            : command;
    return SeatAllocation.decide(seats, generous, max).stream()
        .map(decision ->
            figures(decision, Math.max(0, decision.capacity() - 1), decision.waitlistedParties()))
        .toList();
  }

  private static Terms withOneSeatMore(Terms terms) {
    return new Terms(
        terms.version(),
        terms.cancelled(),
        terms.capacity() + 1,
        terms.maxGuests(),
        terms.waitlistCapacity(),
        terms.rsvpOpensAt(),
        terms.rsvpClosesAt(),
        terms.promotionsEndAt(),
        terms.endsAt(),
        terms.confirmWithin(),
        terms.reservedSeats());
  }

  /** Rule 7: a party that joins the waitlist when promotions have ended is never told so. */
  static List<Decision> forgettingPartiesThatComeLate(
      MeetupSeats seats, SeatCommand command, int max) {
    boolean nobodyWasOwedWord = !seats.figures().owesWord();
    List<Decision> decisions = SeatAllocation.decide(seats, command, max);
    Figures after = seats.figures();
    if (nobodyWasOwedWord
        && after.owesWord()
        && !command.at().isBefore(after.terms().promotionsEndAt())) {
      seats.keep(toldUpTo(after, after.nextNumber() - 1));
    }
    return decisions;
  }

  private static Figures toldUpTo(Figures figures, long number) {
    return new Figures(
        figures.terms(),
        figures.confirmedSeats(),
        figures.waiting(),
        figures.nextNumber(),
        number,
        figures.reservedTaken(),
        figures.unfinished());
  }

  /** Rule 7: waiting parties are told ten seconds late that promotions ended. */
  static List<Decision> tellingTooLate(MeetupSeats seats, SeatCommand command, int max) {
    movePromotionsEnd(seats, DELAY.negated());
    List<Decision> decisions = SeatAllocation.decide(seats, command, max);
    movePromotionsEnd(seats, DELAY); // the due date follows from the figures
    return decisions;
  }

  /** Rule 7: waiting parties are told that promotions ended hours before they do. */
  static List<Decision> tellingTooEarly(MeetupSeats seats, SeatCommand command, int max) {
    if (command instanceof ClosePromotions) {
      return SeatAllocation.decide(seats, command, max);
    }
    movePromotionsEnd(seats, HASTE);
    List<Decision> decisions = SeatAllocation.decide(seats, command, max);
    movePromotionsEnd(seats, HASTE.negated());
    return decisions;
  }

  /** Rule 11: a party that is larger than the room waits for it to grow. */
  static List<Decision> lettingLargePartiesWait(MeetupSeats seats, SeatCommand command, int max) {
    Figures before = seats.figures();
    int larger =
        command instanceof RequestSeats request && before.terms() != null
            ? Math.max(0, request.guests() + 1 - before.capacity())
            : 0;
    if (larger == 0) {
      return SeatAllocation.decide(seats, command, max);
    }
    seats.keep(enlarged(before, larger));
    List<Decision> decisions = SeatAllocation.decide(seats, command, max);
    seats.keep(enlarged(seats.figures(), -larger));
    return decisions.stream()
        .map(decision ->
            new Decision(
                decision.party(),
                decision.outcome(),
                decision.scheduleVersion(),
                decision.decidedAt(),
                decision.capacity() - larger,
                decision.confirmedSeats() - larger,
                decision.waitlistedParties()))
        .toList();
  }

  /** A larger room, with as many more seats taken. */
  private static Figures enlarged(Figures figures, int by) {
    Terms terms = figures.terms();
    return new Figures(
        new Terms(
            terms.version(),
            terms.cancelled(),
            terms.capacity() + by,
            terms.maxGuests(),
            terms.waitlistCapacity(),
            terms.rsvpOpensAt(),
            terms.rsvpClosesAt(),
            terms.promotionsEndAt(),
            terms.endsAt(),
            terms.confirmWithin(),
            terms.reservedSeats()),
        figures.confirmedSeats() + by,
        figures.waiting(),
        figures.nextNumber(),
        figures.toldUpTo(),
        figures.reservedTaken(),
        figures.unfinished());
  }

  /** Rule 12: what a stranger is told depends on the attendee's other RSVP. */
  static List<Decision> tellingWhoIsRegistered(MeetupSeats seats, SeatCommand command, int max) {
    return SeatAllocation.decide(seats, command, max).stream()
        .map(decision ->
            decision.outcome()
                        instanceof
                        Outcome.Declined(Refusal refusal, String active, Refusal otherwise)
                    && otherwise != null
                ? new Decision(
                    decision.party(),
                    new Outcome.Declined(refusal, active, null),
                    decision.scheduleVersion(),
                    decision.decidedAt(),
                    decision.capacity(),
                    decision.confirmedSeats(),
                    decision.waitlistedParties())
                : decision)
        .toList();
  }

  /** Rule 13: a seat is released although its address was confirmed in time. */
  static List<Decision> forgettingConfirmations(MeetupSeats seats, SeatCommand command, int max) {
    return command instanceof ConfirmAddress
        ? List.of()
        : SeatAllocation.decide(seats, command, max);
  }

  /** Rule 13: a seat of an address that nobody confirms is kept. */
  static List<Decision> keepingUnconfirmedSeats(MeetupSeats seats, SeatCommand command, int max) {
    return command instanceof CheckConfirmations
        ? List.of()
        : SeatAllocation.decide(seats, command, max);
  }

  /** Rule 13: a seat is released an hour before the time is over. */
  static List<Decision> releasingTooEarly(MeetupSeats seats, SeatCommand command, int max) {
    return SeatAllocation.decide(
        seats,
        command instanceof CheckConfirmations(Instant due, boolean released, Instant at)
                && seats.figures().unfinished() == null
            ? new CheckConfirmations(due.plus(Duration.ofHours(1)), released, at)
            : command,
        max);
  }

  private static void movePromotionsEnd(MeetupSeats seats, Duration by) {
    Figures figures = seats.figures();
    Terms terms = figures.terms();
    if (terms != null) {
      seats.keep(
          new Figures(
              withPromotionsEndAt(terms, terms.promotionsEndAt().plus(by)),
              figures.confirmedSeats(),
              figures.waiting(),
              figures.nextNumber(),
              figures.toldUpTo(),
              figures.reservedTaken(),
              figures.unfinished()));
    }
  }

  private static Terms withPromotionsEndAt(Terms terms, Instant promotionsEndAt) {
    return new Terms(
        terms.version(),
        terms.cancelled(),
        terms.capacity(),
        terms.maxGuests(),
        terms.waitlistCapacity(),
        terms.rsvpOpensAt(),
        terms.rsvpClosesAt(),
        promotionsEndAt,
        terms.endsAt(),
        terms.confirmWithin(),
        terms.reservedSeats());
  }

  private static Decision figures(Decision decision, int capacity, int waitlistedParties) {
    return new Decision(
        decision.party(),
        decision.outcome(),
        decision.scheduleVersion(),
        decision.decidedAt(),
        capacity,
        decision.confirmedSeats(),
        waitlistedParties);
  }
}
