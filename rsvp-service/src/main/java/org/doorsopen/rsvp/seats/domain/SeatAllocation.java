package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CancelRsvp;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ClosePromotions;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.jspecify.annotations.Nullable;

/**
 * The seat rules, as numbered in docs/allocation.md. No clock, no I/O, no randomness: the same view
 * and command give the same decisions.
 */
public final class SeatAllocation {

  private final MeetupSeats seats;
  private final Instant at;
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<Integer, Ticket> firstBySize = new HashMap<>();
  private Figures figures;

  private SeatAllocation(MeetupSeats seats, Instant at) {
    this.seats = seats;
    this.at = at;
    this.figures = seats.figures();
  }

  /**
   * Decides and notes in the view what follows from it. Most commands give one decision or none.
   */
  public static List<Decision> decide(MeetupSeats seats, SeatCommand command) {
    SeatAllocation allocation = new SeatAllocation(seats, command.at());
    switch (command) {
      case RequestSeats request -> allocation.request(request);
      case CancelRsvp cancellation -> allocation.cancel(cancellation);
      case ReviseTerms revision -> allocation.revise(revision.terms());
      case ClosePromotions _ -> allocation.closePromotions();
    }
    seats.keep(allocation.figures);
    return allocation.decisions;
  }

  private void request(RequestSeats request) {
    if (seats.rsvp(request.rsvpId()) != null) {
      return; // rule 5: the same rsvpId twice changes nothing
    }
    Party party = request.party();
    Optional<Outcome> refusal = refusal(request);
    if (refusal.isPresent()) {
      decline(party, refusal.get());
    } else if (party.seats() <= figures.free() && !somebodyWaitingFits()) {
      confirm(party, false);
    } else if (figures.terms().waitlistIsFullWith(figures.waitlistedParties())) {
      decline(party, new Outcome.Declined(Refusal.FULL, null));
    } else {
      enqueue(party);
    }
  }

  private Optional<Outcome> refusal(RequestSeats request) {
    String active = seats.activeRsvpOf(request.attendeeId());
    return Optional.ofNullable(reasonAgainst(request, active))
        .map(r -> new Outcome.Declined(r, r == Refusal.ALREADY_REGISTERED ? active : null));
  }

  /** The order of the checks is the order of {@link Refusal}. */
  private @Nullable Refusal reasonAgainst(RequestSeats request, @Nullable String active) {
    Terms terms = figures.terms();
    if (terms == null) {
      return Refusal.UNKNOWN_MEETUP;
    }
    if (terms.cancelled()) {
      return Refusal.MEETUP_CANCELLED;
    }
    if (active != null) {
      return Refusal.ALREADY_REGISTERED;
    }
    if (at.isBefore(terms.rsvpOpensAt())) {
      return Refusal.RSVPS_NOT_OPEN;
    }
    if (!at.isBefore(terms.rsvpClosesAt())) {
      return Refusal.RSVPS_CLOSED;
    }
    return request.guests() > terms.maxGuests() ? Refusal.TOO_MANY_GUESTS : null;
  }

  private void cancel(CancelRsvp cancellation) {
    switch (seats.rsvp(cancellation.rsvpId())) {
      case RsvpState.Confirmed(Party party) -> {
        figures = figures.withConfirmed(-party.seats());
        release(party, new Outcome.Released(true, cancellation.cause()));
        serveWaitlist();
      }
      case RsvpState.Waiting waiting -> {
        dequeue(waiting);
        release(waiting.party(), new Outcome.Released(false, cancellation.cause()));
      }
      case RsvpState.Ended _ -> {} // rule 6
      case null -> {} // rule 6
    }
  }

  private void revise(Terms terms) {
    if (terms.version() > figures.version()) {
      figures = figures.with(terms);
      serveWaitlist();
    }
  }

  private void closePromotions() {
    Terms terms = figures.terms();
    if (terms == null || terms.cancelled() || terms.promotesAt(at)) {
      return;
    }
    List<Ticket> untold = seats.waitingAfter(figures.toldUpTo());
    figures = figures.withEverybodyTold();
    for (Ticket ticket : untold) {
      decide(waiting(ticket).party(), new Outcome.LeftWaiting(ticket.number()));
    }
  }

  /** Rule 3: in order, until nothing more fits; who does not fit is passed over and stays. */
  private void serveWaitlist() {
    if (figures.terms() == null || !figures.terms().promotesAt(at)) {
      return;
    }
    for (Optional<Ticket> next = firstThatFits(); next.isPresent(); next = firstThatFits()) {
      RsvpState.Waiting waiting = waiting(next.get());
      dequeue(waiting);
      confirm(waiting.party(), true);
    }
  }

  private boolean somebodyWaitingFits() {
    return !figures.waiting().headMap(figures.free(), true).isEmpty();
  }

  private Optional<Ticket> firstThatFits() {
    return figures.waiting().headMap(figures.free(), true).entrySet().stream()
        .map(size ->
            firstBySize.computeIfAbsent(
                size.getKey(), s -> seats.first(s, size.getValue().firstFrom())))
        .min(Comparator.comparingLong(Ticket::number));
  }

  private RsvpState.Waiting waiting(Ticket ticket) {
    return (RsvpState.Waiting) seats.rsvp(ticket.rsvpId());
  }

  private void confirm(Party party, boolean promoted) {
    figures = figures.withConfirmed(party.seats());
    seats.keep(new RsvpState.Confirmed(party));
    seats.activate(party);
    decide(party, new Outcome.Confirmed(promoted));
  }

  private void enqueue(Party party) {
    long number = figures.nextNumber();
    figures = figures.withOneMoreWaiting(party.seats());
    seats.keep(new RsvpState.Waiting(party, number));
    seats.activate(party);
    seats.enqueue(party, number);
    decide(party, new Outcome.Waitlisted(number));
  }

  private void dequeue(RsvpState.Waiting waiting) {
    Party party = waiting.party();
    Ticket first = firstBySize.remove(party.seats());
    boolean wasFirst = first != null && first.number() == waiting.number();
    figures = figures.withOneLessWaiting(party.seats(), wasFirst, waiting.number());
    seats.dequeue(party, waiting.number());
  }

  private void release(Party party, Outcome outcome) {
    seats.keep(new RsvpState.Ended(party));
    seats.deactivate(party);
    decide(party, outcome);
  }

  private void decline(Party party, Outcome outcome) {
    seats.keep(new RsvpState.Ended(party));
    decide(party, outcome);
  }

  private void decide(Party party, Outcome outcome) {
    decisions.add(
        new Decision(
            party,
            outcome,
            figures.version(),
            at,
            figures.capacity(),
            figures.confirmedSeats(),
            figures.waitlistedParties()));
  }
}
