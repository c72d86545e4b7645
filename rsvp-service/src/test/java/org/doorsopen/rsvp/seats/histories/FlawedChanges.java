package org.doorsopen.rsvp.seats.histories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.doorsopen.rsvp.seats.domain.Decision;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Figures.Queue;
import org.doorsopen.rsvp.seats.domain.MeetupSeats;
import org.doorsopen.rsvp.seats.domain.Outcome;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.ReleaseCause;
import org.doorsopen.rsvp.seats.domain.RsvpState;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CancelRsvp;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ChangeParty;
import org.doorsopen.rsvp.seats.domain.Terms;

/** Allocators that break rule 14, each in one way, and keep the others. */
final class FlawedChanges {

  private static final AtomicLong OTHER_WISHES = new AtomicLong();

  private FlawedChanges() {}

  /** A larger party takes free seats that a waiting party could take. */
  static List<Decision> growingPastTheWaitlist(MeetupSeats seats, SeatCommand command, int max) {
    Figures before = seats.figures();
    if (!isLarger(seats, command, RsvpState.Confirmed.class)) {
      return SeatAllocation.decide(seats, command, max);
    }
    seats.keep(with(before, before.terms(), new TreeMap<>()));
    List<Decision> decisions = SeatAllocation.decide(seats, command, max);
    seats.keep(with(seats.figures(), before.terms(), before.waiting()));
    return decisions.stream()
        .map(decision ->
            with(
                decision,
                decision.outcome(),
                decision.decidedAt(),
                decision.capacity(),
                before.waitlistedParties()))
        .toList();
  }

  /** A larger party gets seats that are not there. */
  static List<Decision> growingBeyondTheRoom(MeetupSeats seats, SeatCommand command, int max) {
    Figures before = seats.figures();
    if (!isLarger(seats, command, RsvpState.Confirmed.class)) {
      return SeatAllocation.decide(seats, command, max);
    }
    Terms terms = before.terms();
    seats.keep(with(before, withCapacity(terms, terms.capacity() + 1), before.waiting()));
    List<Decision> decisions = SeatAllocation.decide(seats, command, max);
    seats.keep(with(seats.figures(), terms, seats.figures().waiting()));
    return decisions.stream()
        .map(decision ->
            with(
                decision,
                decision.outcome(),
                decision.decidedAt(),
                terms.capacity(),
                decision.waitlistedParties()))
        .toList();
  }

  /** Guests may be added after RSVPs have closed. */
  static List<Decision> growingAfterRsvpsClosed(MeetupSeats seats, SeatCommand command, int max) {
    Terms terms = seats.figures().terms();
    if (!isLarger(seats, command, RsvpState.Confirmed.class)
        || command.at().isBefore(terms.rsvpClosesAt())
        || !(command instanceof ChangeParty change)) {
      return SeatAllocation.decide(seats, command, max);
    }
    Instant inTime = terms.rsvpClosesAt().minusMillis(1);
    SeatCommand early =
        new ChangeParty(change.rsvpId(), change.changeId(), change.guests(), inTime);
    return each(
        SeatAllocation.decide(seats, early, max),
        decision -> with(decision, decision.outcome(), command.at()));
  }

  /** A party that asks for more loses the seats that it has, if there are not as many. */
  static List<Decision> losingSeatsThatWereHeld(MeetupSeats seats, SeatCommand command, int max) {
    List<Decision> decisions = new ArrayList<>(SeatAllocation.decide(seats, command, max));
    if (!decisions.isEmpty()
        && decisions.getFirst().outcome() instanceof Outcome.Unchanged
        && command instanceof ChangeParty change) {
      SeatCommand end = new CancelRsvp(change.rsvpId(), ReleaseCause.ATTENDEE, change.at());
      decisions.addAll(SeatAllocation.decide(seats, end, max));
    }
    return decisions;
  }

  /** Seats that a party does not need any more are nobody's. */
  static List<Decision> keepingSeatsThatBecameFree(
      MeetupSeats seats, SeatCommand command, int max) {
    if (!(command instanceof ChangeParty)) {
      return SeatAllocation.decide(seats, command, max);
    }
    List<Decision> decisions = SeatAllocation.decide(seats, command, 1);
    Figures after = seats.figures();
    seats.keep(
        new Figures(
            after.terms(),
            after.confirmedSeats(),
            after.waiting(),
            after.nextNumber(),
            after.toldUpTo(),
            after.reservedTaken(),
            null));
    return decisions;
  }

  /** A wish that comes again, after another one, is granted again. */
  static List<Decision> changingAgain(MeetupSeats seats, SeatCommand command, int max) {
    if (!(command instanceof ChangeParty(String rsvpId, String changeId, int guests, Instant at))) {
      return SeatAllocation.decide(seats, command, max);
    }
    String other = changeId + "/" + OTHER_WISHES.incrementAndGet();
    return each(
        SeatAllocation.decide(seats, new ChangeParty(rsvpId, other, guests, at), max),
        decision ->
            switch (decision.outcome()) {
              case Outcome.Changed(
                      String _,
                      int former,
                      RsvpState state,
                      boolean movesUp,
                      boolean told) ->
                  with(
                      decision,
                      new Outcome.Changed(changeId, former, state, movesUp, told),
                      decision.decidedAt());
              case Outcome.Unchanged unchanged ->
                  with(
                      decision,
                      new Outcome.Unchanged(changeId, unchanged.wantedSeats(), unchanged.refusal()),
                      decision.decidedAt());
              default -> decision;
            });
  }

  /** A party on the waitlist keeps its place for more seats than it waited for. */
  static List<Decision> keepingThePlaceForMore(MeetupSeats seats, SeatCommand command, int max) {
    RsvpState before = stateOf(seats, command);
    List<Decision> decisions = SeatAllocation.decide(seats, command, max);
    if (!(before instanceof RsvpState.Waiting(Party _, long place, boolean _))
        || decisions.isEmpty()
        || !(decisions.getFirst().outcome() instanceof Outcome.Changed changed)
        || !(changed.state() instanceof RsvpState.Waiting(Party party, long tail, boolean proved))
        || tail == place) {
      return decisions;
    }
    RsvpState kept = new RsvpState.Waiting(party, place, proved);
    seats.dequeue(party, tail);
    seats.enqueue(party, place);
    seats.keep(kept);
    Figures after = seats.figures();
    NavigableMap<Integer, Queue> queues = new TreeMap<>(after.waiting());
    queues.computeIfPresent(
        party.seats(),
        (_, queue) -> new Queue(queue.parties(), Math.min(queue.firstFrom(), place)));
    seats.keep(with(after, after.terms(), queues));
    return each(
        decisions,
        decision ->
            with(
                decision,
                new Outcome.Changed(
                    changed.changeId(), changed.formerSeats(), kept, false, changed.told()),
                decision.decidedAt()));
  }

  /** A party on the waitlist goes to the end if it asks for fewer seats. */
  static List<Decision> losingThePlaceForFewer(MeetupSeats seats, SeatCommand command, int max) {
    RsvpState before = stateOf(seats, command);
    if (!(before instanceof RsvpState.Waiting(Party party, long place, boolean proved))
        || !(command instanceof ChangeParty change)
        || change.guests() + 1 >= party.seats()
        || seats.isDecided(change.rsvpId(), change.changeId())) {
      return SeatAllocation.decide(seats, command, max);
    }
    Figures figures = seats.figures();
    long tail = figures.nextNumber();
    seats.dequeue(party, place);
    seats.enqueue(party, tail);
    seats.keep(new RsvpState.Waiting(party, tail, proved));
    seats.keep(
        new Figures(
            figures.terms(),
            figures.confirmedSeats(),
            figures.waiting(),
            tail + 1,
            figures.toldUpTo(),
            figures.reservedTaken(),
            figures.unfinished()));
    return SeatAllocation.decide(seats, command, max);
  }

  private static RsvpState stateOf(MeetupSeats seats, SeatCommand command) {
    return command instanceof ChangeParty change ? seats.rsvp(change.rsvpId()) : null;
  }

  private static boolean isLarger(
      MeetupSeats seats, SeatCommand command, Class<? extends RsvpState> standing) {
    RsvpState state = stateOf(seats, command);
    return standing.isInstance(state)
        && command instanceof ChangeParty change
        && change.guests() + 1 > state.party().seats();
  }

  private static List<Decision> each(List<Decision> decisions, UnaryOperator<Decision> flaw) {
    return decisions.stream().map(flaw).toList();
  }

  private static Figures with(Figures figures, Terms terms, NavigableMap<Integer, Queue> waiting) {
    return new Figures(
        terms,
        figures.confirmedSeats(),
        waiting,
        figures.nextNumber(),
        figures.toldUpTo(),
        figures.reservedTaken(),
        figures.unfinished());
  }

  private static Terms withCapacity(Terms terms, int capacity) {
    return new Terms(
        terms.version(),
        terms.cancelled(),
        capacity,
        terms.maxGuests(),
        terms.waitlistCapacity(),
        terms.rsvpOpensAt(),
        terms.rsvpClosesAt(),
        terms.promotionsEndAt(),
        terms.endsAt(),
        terms.confirmWithin(),
        terms.reservedSeats());
  }

  private static Decision with(Decision decision, Outcome outcome, Instant at) {
    return with(decision, outcome, at, decision.capacity(), decision.waitlistedParties());
  }

  private static Decision with(
      Decision decision, Outcome outcome, Instant at, int capacity, int waitlistedParties) {
    return new Decision(
        decision.party(),
        outcome,
        decision.scheduleVersion(),
        at,
        capacity,
        decision.confirmedSeats(),
        waitlistedParties);
  }
}
