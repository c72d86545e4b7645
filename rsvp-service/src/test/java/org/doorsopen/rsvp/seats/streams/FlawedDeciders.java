package org.doorsopen.rsvp.seats.streams;

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
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.domain.Terms;

/** Allocators that break one rule and keep the others. */
final class FlawedDeciders {

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
