package org.doorsopen.rsvp.seats.histories;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.doorsopen.rsvp.seats.domain.Decision;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.MeetupSeats;
import org.doorsopen.rsvp.seats.domain.Outcome;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.RsvpState;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CancelRsvp;
import org.doorsopen.rsvp.seats.domain.SeatCommand.Grant;
import org.doorsopen.rsvp.seats.domain.SeatCommand.GrantSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.domain.Terms;

/** Allocators that break rules 15 to 17, each in one way, and keep the others. */
final class FlawedGrants {

  private FlawedGrants() {}

  /** Rule 15: nothing is kept, so the waitlist takes all. */
  static List<Decision> keepingNothing(MeetupSeats seats, SeatCommand command, int max) {
    SeatCommand open =
        command instanceof ReviseTerms revision
            ? new ReviseTerms(with(revision.terms(), revision.terms().capacity(), 0), command.at())
            : command;
    return SeatAllocation.decide(seats, open, max);
  }

  /** Rule 15: kept seats that are given back go to the waitlist. */
  static List<Decision> givingKeptSeatsToTheWaitlist(
      MeetupSeats seats, SeatCommand command, int max) {
    if (command instanceof CancelRsvp cancellation
        && seats.rsvp(cancellation.rsvpId()) instanceof RsvpState.Confirmed confirmed) {
      seats.keep(
          new RsvpState.Confirmed(confirmed.party(), confirmed.proved(), confirmed.deadline(), 0));
    }
    return SeatAllocation.decide(seats, command, max);
  }

  /** Rule 16: kept seats are taken also where nobody asked for them. */
  static List<Decision> takingKeptSeatsUnasked(MeetupSeats seats, SeatCommand command, int max) {
    return SeatAllocation.decide(
        seats,
        command instanceof GrantSeats grant
            ? new GrantSeats(grant.rsvpId(), grant.added(), true, grant.grant(), grant.at())
            : command,
        max);
  }

  /** Rules 9 and 16: by hand there is always one seat more. */
  static List<Decision> overbookingByHand(MeetupSeats seats, SeatCommand command, int max) {
    Figures before = seats.figures();
    Terms terms = before.terms();
    if (!(command instanceof GrantSeats) || terms == null) {
      return SeatAllocation.decide(seats, command, max);
    }
    seats.keep(with(before, with(terms, terms.capacity() + 1, terms.reservedSeats())));
    List<Decision> decisions = SeatAllocation.decide(seats, command, max);
    seats.keep(with(seats.figures(), terms));
    return each(decisions, decision -> with(decision, decision.outcome(), terms.capacity()));
  }

  /** Rule 16: a grant that comes again is decided again. */
  static List<Decision> grantingAgain(MeetupSeats seats, SeatCommand command, int max) {
    if (!(command instanceof GrantSeats wanted)) {
      return SeatAllocation.decide(seats, command, max);
    }
    Grant grant = wanted.grant();
    Grant other = new Grant(UUID.randomUUID().toString(), grant.cause(), grant.organizer());
    SeatCommand anew =
        new GrantSeats(wanted.rsvpId(), wanted.added(), wanted.reserved(), other, wanted.at());
    return each(
        SeatAllocation.decide(seats, anew, max),
        decision ->
            switch (decision.outcome()) {
              case Outcome.Granted(Grant _, boolean waited, int reserved) ->
                  with(decision, new Outcome.Granted(grant, waited, reserved), decision.capacity());
              case Outcome.NotGranted not ->
                  with(
                      decision,
                      new Outcome.NotGranted(grant, not.refusal(), not.added()),
                      decision.capacity());
              case Outcome _ -> decision;
            });
  }

  /** Rules 5 and 17: a person who is added may have an RSVP already. */
  static List<Decision> addingTwice(MeetupSeats seats, SeatCommand command, int max) {
    if (command instanceof GrantSeats grant
        && grant.added() != null
        && seats.rsvp(grant.rsvpId()) == null) {
      seats.deactivate(new Party(grant.rsvpId(), grant.added().attendeeId(), 1));
    }
    return SeatAllocation.decide(seats, command, max);
  }

  /** Rule 16: a party that was released gets its seats back. */
  static List<Decision> revivingTheReleased(MeetupSeats seats, SeatCommand command, int max) {
    if (command instanceof GrantSeats grant
        && seats.rsvp(grant.rsvpId()) instanceof RsvpState.Ended(Party party, boolean _)) {
      seats.keep(new RsvpState.Ended(party, true));
    }
    return SeatAllocation.decide(seats, command, max);
  }

  private static List<Decision> each(List<Decision> decisions, UnaryOperator<Decision> flaw) {
    return decisions.stream().map(flaw).toList();
  }

  private static Figures with(Figures figures, Terms terms) {
    return new Figures(
        terms,
        figures.confirmedSeats(),
        figures.waiting(),
        figures.nextNumber(),
        figures.toldUpTo(),
        figures.reservedTaken(),
        figures.unfinished());
  }

  private static Terms with(Terms terms, int capacity, int reserved) {
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
        reserved);
  }

  private static Decision with(Decision decision, Outcome outcome, int capacity) {
    return new Decision(
        decision.party(),
        outcome,
        decision.scheduleVersion(),
        decision.decidedAt(),
        capacity,
        decision.confirmedSeats(),
        decision.waitlistedParties());
  }
}
