package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.doorsopen.rsvp.seats.domain.Decision;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Figures.Queue;
import org.doorsopen.rsvp.seats.domain.MeetupSeats;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ClosePromotions;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.domain.Terms;

/** Allocators that break one rule and keep the others. */
final class FlawedDeciders {

  private static final Duration DELAY = Duration.ofSeconds(10);
  private static final Duration HASTE = Duration.ofHours(6);

  private FlawedDeciders() {}

  /** Rule 5: forgets that the attendee has an RSVP already. */
  static List<Decision> withoutDuplicateDetection(
      MeetupSeats seats, SeatCommand command, int most) {
    if (command instanceof RequestSeats request) {
      seats.deactivate(new Party(request.rsvpId(), request.attendeeId(), 1));
    }
    return SeatAllocation.decide(seats, command, most);
  }

  /** Rule 2: whoever comes gets the free seats, no matter who waits for them. */
  static List<Decision> pastTheWaitlist(MeetupSeats seats, SeatCommand command, int most) {
    Figures before = seats.figures();
    int free = before.capacity() - before.confirmedSeats();
    if (!(command instanceof RequestSeats request) || request.guests() + 1 > free) {
      return SeatAllocation.decide(seats, command, most);
    }
    seats.keep(waiting(before, new TreeMap<>()));
    List<Decision> decisions = SeatAllocation.decide(seats, command, most);
    seats.keep(waiting(seats.figures(), before.waiting()));
    return decisions.stream()
        .map(it -> figures(it, it.capacity(), before.waitlistedParties()))
        .toList();
  }

  private static Figures waiting(Figures it, NavigableMap<Integer, Queue> waiting) {
    return new Figures(
        it.terms(), it.confirmedSeats(), waiting, it.nextNumber(), it.toldUpTo(), it.unfinished());
  }

  /** Rules 2 and 9: there is always room for one more than was published. */
  static List<Decision> overbookingByOne(MeetupSeats seats, SeatCommand command, int most) {
    SeatCommand generous =
        command instanceof ReviseTerms(Terms terms, var at)
            ? new ReviseTerms(withOneSeatMore(terms), at)
            : command;
    return SeatAllocation.decide(seats, generous, most).stream()
        .map(it -> figures(it, Math.max(0, it.capacity() - 1), it.waitlistedParties()))
        .toList();
  }

  private static Terms withOneSeatMore(Terms it) {
    return new Terms(
        it.version(),
        it.cancelled(),
        it.capacity() + 1,
        it.maxGuests(),
        it.waitlistCapacity(),
        it.rsvpOpensAt(),
        it.rsvpClosesAt(),
        it.promotionsEndAt(),
        it.endsAt());
  }

  /** Rule 7: a party that joins the waitlist when promotions have ended is never told so. */
  static List<Decision> forgettingPartiesThatComeLate(
      MeetupSeats seats, SeatCommand command, int most) {
    boolean nobodyWasOwedWord = !seats.figures().owesWord();
    List<Decision> decisions = SeatAllocation.decide(seats, command, most);
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
        figures.unfinished());
  }

  /** Rule 7: waiting parties are told ten seconds late that promotions ended. */
  static List<Decision> tellingTooLate(MeetupSeats seats, SeatCommand command, int most) {
    movePromotionsEnd(seats, DELAY.negated());
    List<Decision> decisions = SeatAllocation.decide(seats, command, most);
    movePromotionsEnd(seats, DELAY); // the deadline follows from what is kept
    return decisions;
  }

  /** Rule 7: waiting parties are told that promotions ended hours before they do. */
  static List<Decision> tellingTooEarly(MeetupSeats seats, SeatCommand command, int most) {
    if (command instanceof ClosePromotions) {
      return SeatAllocation.decide(seats, command, most);
    }
    movePromotionsEnd(seats, HASTE);
    List<Decision> decisions = SeatAllocation.decide(seats, command, most);
    movePromotionsEnd(seats, HASTE.negated());
    return decisions;
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
        terms.endsAt());
  }

  private static Decision figures(Decision it, int capacity, int waitlistedParties) {
    return new Decision(
        it.party(),
        it.outcome(),
        it.scheduleVersion(),
        it.decidedAt(),
        capacity,
        it.confirmedSeats(),
        waitlistedParties);
  }
}
