package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.rsvp.seats.domain.Outcome.GrantRefusal;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CancelRsvp;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ChangeParty;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CheckConfirmations;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ClosePromotions;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ConfirmAddress;
import org.doorsopen.rsvp.seats.domain.SeatCommand.GrantSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ServeWaitlist;
import org.doorsopen.rsvp.seats.domain.SeatCommand.WaitlistCommand;
import org.jspecify.annotations.Nullable;

/**
 * The seat rules, as numbered in docs/allocation.md. They use no clock, no I/O and no randomness:
 * the same view and command give the same decisions.
 */
public final class SeatAllocation {

  private final MeetupSeats seats;
  private final Instant at;
  private final int max;
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<Integer, Deque<Ticket>> lines = new HashMap<>();
  private Figures figures;

  private SeatAllocation(MeetupSeats seats, SeatCommand command, int max) {
    Figures found = seats.figures();
    WaitlistCommand unfinished = found.unfinished();
    if (unfinished != null && !unfinished.equals(command)) {
      throw new IllegalStateException("Another command is unfinished: " + unfinished);
    }
    this.seats = seats;
    this.at = command.at();
    this.max = max;
    this.figures = found.withUnfinished(null);
  }

  /**
   * Decides a command, and keeps what follows from it in the view. Most commands lead to one
   * decision or none. If more follow than are wanted, the rest is left as {@link
   * Figures#unfinished}. Until that is decided, by this method as well, no other command may be, so
   * it makes no difference in how many goes a command is decided.
   *
   * @param max how many decisions are wanted, at least 1
   * @throws IllegalStateException if another command is unfinished
   */
  public static List<Decision> decide(MeetupSeats seats, SeatCommand command, int max) {
    SeatAllocation allocation = new SeatAllocation(seats, command, max);
    switch (command) {
      case RequestSeats request -> allocation.request(request);
      case CancelRsvp cancellation -> allocation.cancel(cancellation);
      case ConfirmAddress confirmation -> allocation.confirmAddress(confirmation);
      case ChangeParty change -> allocation.changeParty(change);
      case GrantSeats wanted -> allocation.grant(wanted);
      case CheckConfirmations check -> allocation.checkConfirmations(check);
      case ReviseTerms revision -> allocation.revise(revision.terms());
      case ServeWaitlist _ -> allocation.serveWaitlist();
      case ClosePromotions close -> allocation.closePromotions(close);
    }
    seats.keep(allocation.figures);
    return allocation.decisions;
  }

  private void request(RequestSeats request) {
    if (seats.rsvp(request.rsvpId()) != null) {
      return; // rule 5: the same rsvpId twice changes nothing
    }
    Party party = request.party();
    Outcome.Declined refusal = refusal(request);
    if (refusal != null) {
      decline(party, refusal);
    } else if (getsSeatsAtOnce(party)) {
      confirm(party, false, false);
    } else {
      enqueue(party);
    }
  }

  private boolean getsSeatsAtOnce(Party party) {
    return party.seats() <= figures.free() && !anyWaitingPartyFits();
  }

  private Outcome.@Nullable Declined refusal(RequestSeats request) {
    String active = seats.activeRsvpOf(request.attendeeId());
    Refusal reason = reasonAgainst(request, active);
    if (reason == null) {
      return null;
    }
    return reason == Refusal.ALREADY_REGISTERED
        ? new Outcome.Declined(reason, active, reasonAgainst(request, null)) // rule 12
        : new Outcome.Declined(reason);
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
    if (request.guests() > terms.maxGuests()) {
      return Refusal.TOO_MANY_GUESTS;
    }
    Party party = request.party();
    if (party.seats() > terms.capacity()) {
      return Refusal.ROOM_TOO_SMALL; // rule 11
    }
    return !getsSeatsAtOnce(party) && terms.waitlistIsFullWith(figures.waitlistedParties())
        ? Refusal.FULL
        : null;
  }

  private void cancel(CancelRsvp cancellation) {
    switch (seats.rsvp(cancellation.rsvpId())) {
      case RsvpState.Confirmed(
              Party party,
              boolean _,
              @Nullable Deadline deadline,
              int reserved) -> {
        noLongerAwait(party, deadline);
        figures = figures.withConfirmed(-party.seats(), -reserved);
        release(party, new Outcome.Released(true, cancellation.cause()));
        serveWaitlist();
      }
      case RsvpState.Waiting waiting -> {
        figures = figures.withOneLessWaiting(waiting.party().seats());
        seats.dequeue(waiting.party(), waiting.number());
        release(waiting.party(), new Outcome.Released(false, cancellation.cause()));
      }
      case RsvpState.Ended _ -> {} // rule 6
      case null -> {} // rule 6
    }
  }

  /**
   * Rules 16 and 17: past the waitlist, at any time, and never more than there are. The address
   * need not be confirmed, as the organizer answers for it.
   */
  private void grant(GrantSeats wanted) {
    RsvpState state = seats.rsvp(wanted.rsvpId());
    Party party = state == null ? wanted.addedParty() : state.party();
    if (party == null || seats.isDecided(wanted.rsvpId(), wanted.grant().grantId())) {
      return;
    }
    seats.keepDecided(wanted.rsvpId(), wanted.grant().grantId());
    GrantRefusal refusal = reasonAgainst(state, party, wanted);
    if (refusal != null) {
      if (state == null) {
        seats.keep(new RsvpState.Ended(party, true));
      }
      decide(party, new Outcome.NotGranted(wanted.grant(), refusal, state == null));
      return;
    }
    int reserved = wanted.reserved() ? Math.min(party.seats(), figures.kept()) : 0;
    boolean waited = state instanceof RsvpState.Waiting;
    boolean proved = false;
    if (state instanceof RsvpState.Waiting waiting) {
      proved = waiting.proved();
      seats.dequeue(party, waiting.number());
      figures = figures.withOneLessWaiting(party.seats());
    } else {
      seats.activate(party);
    }
    figures = figures.withConfirmed(party.seats(), reserved);
    seats.keep(new RsvpState.Confirmed(party, proved, null, reserved));
    decide(party, new Outcome.Granted(wanted.grant(), waited, reserved));
  }

  /** The order of the checks is the order of {@link GrantRefusal}. */
  private @Nullable GrantRefusal reasonAgainst(
      @Nullable RsvpState state, Party party, GrantSeats wanted) {
    if (figures.terms() == null) {
      return GrantRefusal.UNKNOWN_MEETUP;
    }
    if (figures.terms().cancelled()) {
      return GrantRefusal.MEETUP_CANCELLED;
    }
    if (state instanceof RsvpState.Confirmed) {
      return GrantRefusal.ALREADY_SEATED;
    }
    if (state instanceof RsvpState.Ended(Party _, boolean declined) && !declined) {
      return GrantRefusal.RSVP_ENDED;
    }
    if (!(state instanceof RsvpState.Waiting) && seats.activeRsvpOf(party.attendeeId()) != null) {
      return GrantRefusal.ALREADY_REGISTERED;
    }
    int available = wanted.reserved() ? figures.empty() : figures.free();
    return party.seats() > available ? GrantRefusal.FULL : null;
  }

  /** Rule 14. An RSVP that does not stand is passed over, as a cancellation of it is (rule 6). */
  private void changeParty(ChangeParty change) {
    RsvpState state = seats.rsvp(change.rsvpId());
    if (state == null
        || state instanceof RsvpState.Ended
        || seats.isDecided(change.rsvpId(), change.changeId())) {
      return;
    }
    seats.keepDecided(change.rsvpId(), change.changeId());
    int wanted = 1 + change.guests();
    ChangeRefusal refusal = reasonAgainst(state, wanted);
    if (refusal != null) {
      decide(state.party(), new Outcome.Unchanged(change.changeId(), wanted, refusal));
      return;
    }
    switch (state) {
      case RsvpState.Confirmed confirmed -> resize(confirmed, wanted, change.changeId());
      case RsvpState.Waiting waiting -> resize(waiting, wanted, change.changeId());
      case RsvpState.Ended _ -> {}
    }
  }

  /** The order of the checks is the order of {@link ChangeRefusal}. */
  private @Nullable ChangeRefusal reasonAgainst(RsvpState state, int wanted) {
    Terms terms = figures.terms();
    if (terms.cancelled()) {
      return ChangeRefusal.MEETUP_CANCELLED;
    }
    int more = wanted - state.party().seats();
    if (more <= 0) {
      return null;
    }
    if (at.isBefore(terms.rsvpOpensAt())) {
      return ChangeRefusal.RSVPS_NOT_OPEN;
    }
    if (!at.isBefore(terms.rsvpClosesAt())) {
      return ChangeRefusal.RSVPS_CLOSED;
    }
    if (state instanceof RsvpState.Waiting waiting
        && (figures.told(waiting.number()) || !terms.promotesAt(at))) {
      return ChangeRefusal.WAITLIST_CLOSED;
    }
    if (wanted - 1 > terms.maxGuests()) {
      return ChangeRefusal.TOO_MANY_GUESTS;
    }
    if (wanted > terms.capacity()) {
      return ChangeRefusal.ROOM_TOO_SMALL;
    }
    return state instanceof RsvpState.Confirmed && (more > figures.free() || anyWaitingPartyFits())
        ? ChangeRefusal.FULL
        : null;
  }

  private void resize(RsvpState.Confirmed confirmed, int wanted, String changeId) {
    int former = confirmed.party().seats();
    Party party = confirmed.party().ofSeats(wanted);
    // Rule 15: kept seats are the last that a party gives up, and it can ask for no more of them.
    int reserved = Math.min(confirmed.reserved(), wanted);
    RsvpState changed =
        new RsvpState.Confirmed(party, confirmed.proved(), confirmed.deadline(), reserved);
    seats.keep(changed);
    figures = figures.withConfirmed(wanted - former, reserved - confirmed.reserved());
    decide(party, new Outcome.Changed(changeId, former, changed, false, false));
    if (wanted < former) {
      serveWaitlist();
    }
  }

  /**
   * A smaller party keeps its ticket: nobody gets less by it than if it had asked for as few from
   * the start. A larger one takes the next ticket, because the parties behind it were there before
   * its wish.
   */
  private void resize(RsvpState.Waiting waiting, int wanted, String changeId) {
    int former = waiting.party().seats();
    Party party = waiting.party().ofSeats(wanted);
    boolean larger = wanted > former;
    long number = larger ? figures.nextNumber() : waiting.number();
    RsvpState changed = new RsvpState.Waiting(party, number, waiting.proved());
    if (wanted != former) {
      seats.dequeue(waiting.party(), waiting.number());
      seats.enqueue(party, number);
      seats.keep(changed);
      figures =
          larger
              ? figures.withOneLessWaiting(former).withOneMoreWaiting(wanted)
              : figures.withResized(former, wanted, number);
    }
    boolean movesUp = wanted < former && isNext(number);
    decide(party, new Outcome.Changed(changeId, former, changed, movesUp, figures.told(number)));
    if (wanted < former) {
      serveWaitlist();
    }
  }

  private boolean isNext(long number) {
    return figures.terms().promotesAt(at)
        && anyWaitingPartyFits()
        && firstThatFits().number() == number;
  }

  /** Rule 13. An address that is confirmed before the seats are released keeps them. */
  private void confirmAddress(ConfirmAddress confirmation) {
    switch (seats.rsvp(confirmation.rsvpId())) {
      case RsvpState.Confirmed(
              Party party,
              boolean proved,
              @Nullable Deadline deadline,
              int reserved)
          when !proved -> {
        noLongerAwait(party, deadline);
        seats.keep(new RsvpState.Confirmed(party, true, null, reserved));
        decide(party, new Outcome.Proved());
      }
      case RsvpState.Waiting(Party party, long number, boolean proved) when !proved -> {
        seats.keep(new RsvpState.Waiting(party, number, true));
        decide(party, new Outcome.Proved());
      }
      case RsvpState.Confirmed _, RsvpState.Waiting _ -> {} // it is proved already
      case RsvpState.Ended _ -> {}
      case null -> {}
    }
  }

  private void noLongerAwait(Party party, @Nullable Deadline deadline) {
    if (deadline != null) {
      seats.noLongerAwait(new Awaited(deadline.remindAt(), party.rsvpId()));
      seats.noLongerAwait(new Awaited(deadline.until(), party.rsvpId()));
    }
  }

  /** Rule 13: first the words and the releases that are due, then the promotions. */
  private void checkConfirmations(CheckConfirmations check) {
    if (figures.terms() == null || figures.terms().cancelled()) {
      return;
    }
    boolean released = check.released();
    for (Awaited awaited : seats.awaited(check.due(), max + 1)) {
      if (decisions.size() >= max) {
        figures = figures.withUnfinished(new CheckConfirmations(check.due(), released, at));
        return;
      }
      seats.noLongerAwait(awaited);
      released |= remindOrRelease(awaited);
    }
    if (released) {
      serveWaitlist();
    }
  }

  /** Whether seats became free. */
  private boolean remindOrRelease(Awaited awaited) {
    if (!(seats.rsvp(awaited.rsvpId())
            instanceof
            RsvpState.Confirmed(Party party, boolean _, @Nullable Deadline deadline, int _))
        || deadline == null) {
      return false;
    }
    if (awaited.at().isBefore(deadline.until())) {
      decide(party, new Outcome.Reminded(deadline.until()));
      return false;
    }
    figures = figures.withConfirmed(-party.seats());
    release(party, new Outcome.Released(true, ReleaseCause.UNCONFIRMED));
    return true;
  }

  private void revise(Terms terms) {
    boolean cancelled = figures.terms() != null && figures.terms().cancelled();
    if (terms.version() > figures.version() && !cancelled) { // rule 10: it stays cancelled
      figures = figures.with(terms);
      serveWaitlist();
    }
  }

  private void closePromotions(ClosePromotions close) {
    Terms terms = figures.terms();
    if (terms == null || terms.cancelled() || terms.promotesAt(at)) {
      return;
    }
    List<Ticket> untold = untold();
    for (Ticket ticket : untold) {
      if (decisions.size() == max) {
        figures = figures.withUnfinished(close);
        return;
      }
      figures = figures.withToldUpTo(ticket.number());
      decide(waiting(ticket).party(), new Outcome.LeftWaiting(ticket.number()));
    }
    figures = figures.withToldUpTo(figures.nextNumber() - 1);
  }

  /** In the order of the tickets; one more than is wanted, if there is one. */
  private List<Ticket> untold() {
    return figures.waiting().keySet().stream()
        .flatMap(size -> seats.waiting(size, figures.toldUpTo() + 1, max + 1).stream())
        .sorted(Comparator.comparingLong(Ticket::number))
        .limit(max + 1L)
        .toList();
  }

  /** Rule 3: in order, until nothing more fits. A party that does not fit is passed over. */
  private void serveWaitlist() {
    if (figures.terms() == null || !figures.terms().promotesAt(at)) {
      return;
    }
    while (anyWaitingPartyFits()) {
      if (decisions.size() >= max) {
        figures = figures.withUnfinished(new ServeWaitlist(at));
        return;
      }
      RsvpState.Waiting next = waiting(firstThatFits());
      dequeueFirst(next);
      confirm(next.party(), true, next.proved());
    }
  }

  private boolean anyWaitingPartyFits() {
    return !figures.waiting().headMap(figures.free(), true).isEmpty();
  }

  private Ticket firstThatFits() {
    return figures.waiting().headMap(figures.free(), true).entrySet().stream()
        .map(size -> firstOf(size.getKey(), size.getValue().firstFrom()))
        .min(Comparator.comparingLong(Ticket::number))
        .orElseThrow();
  }

  /** Reads as many tickets as could be promoted now, because reading them one by one is slow. */
  private Ticket firstOf(int size, long from) {
    Deque<Ticket> line = lines.computeIfAbsent(size, _ -> new ArrayDeque<>());
    if (line.isEmpty()) {
      line.addAll(seats.waiting(size, from, Math.min(max, figures.free() / size)));
    }
    return line.element();
  }

  private RsvpState.Waiting waiting(Ticket ticket) {
    return (RsvpState.Waiting) seats.rsvp(ticket.rsvpId());
  }

  private void confirm(Party party, boolean promoted, boolean proved) {
    Deadline deadline = proved ? null : figures.terms().deadlineFrom(at);
    figures = figures.withConfirmed(party.seats());
    seats.keep(new RsvpState.Confirmed(party, proved, deadline, 0));
    if (deadline != null) {
      seats.await(new Awaited(deadline.remindAt(), party.rsvpId()));
      seats.await(new Awaited(deadline.until(), party.rsvpId()));
    }
    if (!promoted) { // a party that waited is active already
      seats.activate(party);
    }
    decide(party, new Outcome.Confirmed(promoted, deadline));
  }

  private void enqueue(Party party) {
    long number = figures.nextNumber();
    figures = figures.withOneMoreWaiting(party.seats());
    seats.keep(new RsvpState.Waiting(party, number, false));
    seats.activate(party);
    seats.enqueue(party, number);
    decide(party, new Outcome.Waitlisted(number));
  }

  private void dequeueFirst(RsvpState.Waiting waiting) {
    Party party = waiting.party();
    lines.get(party.seats()).remove();
    figures = figures.withOneLessWaiting(party.seats(), waiting.number() + 1);
    seats.dequeue(party, waiting.number());
  }

  private void release(Party party, Outcome outcome) {
    seats.keep(new RsvpState.Ended(party, false));
    seats.deactivate(party);
    decide(party, outcome);
  }

  private void decline(Party party, Outcome outcome) {
    seats.keep(new RsvpState.Ended(party, true));
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
