package org.doorsopen.rsvp.seats.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorsopen.rsvp.seats.reference.Step.Cancel;
import org.doorsopen.rsvp.seats.reference.Step.Change;
import org.doorsopen.rsvp.seats.reference.Step.Confirm;
import org.doorsopen.rsvp.seats.reference.Step.Grant;
import org.doorsopen.rsvp.seats.reference.Step.Publish;
import org.doorsopen.rsvp.seats.reference.Step.Request;
import org.jspecify.annotations.Nullable;

/**
 * The seat rules as lists and loops: slow, and short enough to be checked by reading. It returns
 * the decisions that it expects of the allocator.
 */
public final class ReferenceModel {

  private enum Standing {
    CONFIRMED,
    WAITING,
    WAITING_IN_VAIN,
    GONE
  }

  private static final class Party {
    final Request request;
    final Set<String> decidedChanges = new TreeSet<>();
    final Set<String> decidedGrants = new TreeSet<>();
    int seats;
    int keptSeats;
    boolean declined;
    Standing standing = Standing.GONE;
    long ticket;
    boolean proved;
    @Nullable Instant remindAt;
    @Nullable Instant confirmUntil;

    Party(Request request) {
      this.request = request;
      this.seats = request.guests() + 1;
    }

    /** When it is to be reminded, or to lose its seats; null if it need not confirm anything. */
    @Nullable Instant next() {
      if (standing != Standing.CONFIRMED || proved || confirmUntil == null) {
        return null;
      }
      return remindAt == null ? confirmUntil : remindAt;
    }

    boolean waits() {
      return standing == Standing.WAITING || standing == Standing.WAITING_IN_VAIN;
    }

    boolean stands() {
      return waits() || standing == Standing.CONFIRMED;
    }
  }

  /**
   * One meetup: its parties in the order of the log, which is the waitlist's order too (rule 1);
   * one that asks for more while it waits goes to the end (rule 14).
   */
  private static final class Evening {
    final List<Party> parties = new ArrayList<>();
    final List<Unheard> unheard = new ArrayList<>();
    @Nullable Publish terms;
    @Nullable Instant seatsBecameFree;
    long tickets;

    int confirmedSeats() {
      int seats = 0;
      for (Party party : parties) {
        seats += party.standing == Standing.CONFIRMED ? party.seats : 0;
      }
      return seats;
    }

    /** Rule 15: of the seats that are kept, those that nobody has. */
    int keptSeats() {
      int taken = 0;
      for (Party party : parties) {
        taken += party.standing == Standing.CONFIRMED ? party.keptSeats : 0;
      }
      return Math.max(0, terms.reservedSeats() - taken);
    }

    int emptySeats() {
      return terms.capacity() - confirmedSeats();
    }

    int freeSeats() {
      return emptySeats() - keptSeats();
    }

    List<Party> waiting() {
      return parties.stream().filter(Party::waits).toList();
    }

    @Nullable Party firstWaitingThatFits() {
      for (Party party : waiting()) {
        if (party.seats <= freeSeats()) {
          return party;
        }
      }
      return null;
    }

    @Nullable Party standingOf(String attendeeId) {
      for (Party party : parties) {
        if (party.stands() && party.request.attendeeId().equals(attendeeId)) {
          return party;
        }
      }
      return null;
    }

    @Nullable Party party(String rsvpId) {
      for (Party party : parties) {
        if (party.request.rsvpId().equals(rsvpId)) {
          return party;
        }
      }
      return null;
    }
  }

  /**
   * A step that came before the meetup's terms did; the first of a meetup is a request, or adds a
   * person.
   *
   * @param until when the model stops to wait for the terms
   */
  private record Unheard(Step step, Instant until) {}

  private final Map<String, Evening> evenings = new TreeMap<>();
  private final Duration grace;

  /**
   * @param grace how long requests wait for the terms of an unknown meetup
   */
  public ReferenceModel(Duration grace) {
    this.grace = grace;
  }

  private Evening evening(String meetupId) {
    return evenings.computeIfAbsent(meetupId, _ -> new Evening());
  }

  /**
   * @param now the wall clock's instant
   */
  public List<Told> request(Request request, Instant now) {
    Evening evening = evening(request.meetupId());
    if (evening.terms == null) {
      evening.unheard.add(new Unheard(request, now.plus(grace)));
      return List.of();
    }
    return decide(request);
  }

  /** At most one decision: none for an rsvpId that came before (rule 5). */
  private List<Told> decide(Request request) {
    Evening evening = evening(request.meetupId());
    if (evening.party(request.rsvpId()) != null) {
      return List.of();
    }
    Party party = new Party(request);
    String refusal = refusal(evening, party);
    evening.parties.add(party);
    if (refusal != null) {
      party.declined = true;
      return List.of(told(evening, party, "declined " + refusal, request.at()));
    }
    if (party.seats <= evening.freeSeats() && evening.firstWaitingThatFits() == null) { // rule 2
      return List.of(takesSeats(evening, party, "confirmed", request.at()));
    }
    party.standing = Standing.WAITING;
    party.ticket = ++evening.tickets;
    return List.of(told(evening, party, "waits with " + party.ticket, request.at()));
  }

  /** Rules 5, 7, 8 and 11, in the order of precedence that the contract of RsvpDeclined gives. */
  private static @Nullable String refusal(Evening evening, Party party) {
    return refusal(evening, party, evening.standingOf(party.request.attendeeId()));
  }

  private static @Nullable String refusal(Evening evening, Party party, @Nullable Party earlier) {
    Publish terms = evening.terms;
    Instant at = party.request.at();
    if (terms == null) {
      return "UNKNOWN_MEETUP";
    }
    if (terms.cancelled()) {
      return "MEETUP_CANCELLED";
    }
    if (earlier != null) { // rule 12
      return "ALREADY_REGISTERED as %s, otherwise %s"
          .formatted(earlier.request.rsvpId(), refusal(evening, party, null));
    }
    if (at.isBefore(terms.opensAt())) {
      return "RSVPS_NOT_OPEN";
    }
    if (!at.isBefore(terms.closesAt())) {
      return "RSVPS_CLOSED";
    }
    if (party.request.guests() > terms.maxGuests()) {
      return "TOO_MANY_GUESTS";
    }
    if (party.seats > terms.capacity()) {
      return "ROOM_TOO_SMALL";
    }
    boolean mustWait = party.seats > evening.freeSeats() || evening.firstWaitingThatFits() != null;
    boolean noPlace =
        terms.waitlistCapacity() != null && evening.waiting().size() >= terms.waitlistCapacity();
    return mustWait && noPlace ? "FULL" : null;
  }

  /** The release, and the promotions that follow. */
  public List<Told> cancel(Cancel cancel, Instant now) {
    Evening evening = evening(cancel.meetupId());
    if (!evening.unheard.isEmpty()) {
      evening.unheard.add(new Unheard(cancel, now));
      return List.of();
    }
    return decide(cancel);
  }

  private List<Told> decide(Cancel cancel) {
    Evening evening = evening(cancel.meetupId());
    Party party = evening.party(cancel.rsvpId());
    if (party == null || !party.stands()) { // rule 6
      return List.of();
    }
    boolean waited = party.waits();
    party.standing = Standing.GONE;
    party.declined = false;
    if (!waited) {
      evening.seatsBecameFree = cancel.at();
    }
    String what = waited ? "gave up its place, " : "gave up its seats, ";
    List<Told> all = new ArrayList<>();
    all.add(told(evening, party, what + cancel.by(), cancel.at()));
    all.addAll(promotions(evening));
    return all;
  }

  /** The promotions, and the decisions about steps that came before the first terms. */
  public List<Told> publish(Publish publish) {
    Evening evening = evening(publish.meetupId());
    Publish terms = evening.terms;
    if (terms != null && (publish.version() <= terms.version() || terms.cancelled())) { // rule 10
      return List.of();
    }
    evening.terms = publish;
    evening.seatsBecameFree = publish.at();
    List<Told> all = new ArrayList<>(promotions(evening));
    while (!evening.unheard.isEmpty()) {
      all.addAll(decideNextUnheard(evening));
    }
    return all;
  }

  private List<Told> decideNextUnheard(Evening evening) {
    return switch (evening.unheard.removeFirst().step()) {
      case Request request -> decide(request);
      case Cancel cancel -> decide(cancel);
      case Confirm confirm -> decide(confirm);
      case Change change -> decide(change);
      case Grant grant -> decide(grant);
      case Step step -> throw new IllegalStateException("cannot wait for terms: " + step);
    };
  }

  /** The next request of the meetup that has waited long enough, and the steps just behind it. */
  public List<Told> giveUpOne(String meetupId, Instant now) {
    Evening evening = evening(meetupId);
    List<Told> all = new ArrayList<>();
    while (all.isEmpty()
        && !evening.unheard.isEmpty()
        && !now.isBefore(evening.unheard.getFirst().until())) {
      all.addAll(decideNextUnheard(evening));
    }
    return all;
  }

  /** Whether that request still waits for the terms of its meetup. */
  public boolean isUnheard(Request request) {
    return evening(request.meetupId()).unheard.stream()
        .anyMatch(unheard -> unheard.step().equals(request));
  }

  /** Whether nothing waits for the terms of its meetup. */
  public boolean hasHeardEverything() {
    return evenings.values().stream().allMatch(evening -> evening.unheard.isEmpty());
  }

  private static List<Told> promotions(Evening evening) {
    List<Told> all = new ArrayList<>();
    for (Told next = promote(evening); next != null; next = promote(evening)) {
      all.add(next);
    }
    return all;
  }

  /** Rule 3, one party: the next promotion, or null. */
  private static @Nullable Told promote(Evening evening) {
    Publish terms = evening.terms;
    Instant at = evening.seatsBecameFree;
    if (terms == null || at == null || terms.cancelled() || !at.isBefore(terms.promotionsEndAt())) {
      return null;
    }
    Party next = evening.firstWaitingThatFits();
    if (next == null) {
      return null;
    }
    return takesSeats(evening, next, "promoted", at);
  }

  /** Rule 13: a deadline, unless nobody could get the seats then. */
  private static Told takesSeats(Evening evening, Party party, String what, Instant at) {
    party.standing = Standing.CONFIRMED;
    Duration time = evening.terms.confirmWithin();
    if (!party.proved && time != null && at.plus(time).isBefore(evening.terms.promotionsEndAt())) {
      party.remindAt = at.plus(time.dividedBy(2));
      party.confirmUntil = at.plus(time);
      return told(evening, party, what + " until " + party.confirmUntil, at);
    }
    return told(evening, party, what, at);
  }

  public List<Told> grant(Grant grant, Instant now) {
    Evening evening = evening(grant.meetupId());
    if (!evening.unheard.isEmpty()) {
      evening.unheard.add(new Unheard(grant, grant.attendeeId() == null ? now : now.plus(grace)));
      return List.of();
    }
    if (evening.terms == null && grant.attendeeId() != null) {
      evening.unheard.add(new Unheard(grant, now.plus(grace)));
      return List.of();
    }
    return decide(grant);
  }

  /** Rules 16 and 17: one answer to each grant, past the waitlist and never beyond the room. */
  private List<Told> decide(Grant grant) {
    Evening evening = evening(grant.meetupId());
    Party party = evening.party(grant.rsvpId());
    boolean added = party == null;
    if (added && grant.attendeeId() == null) {
      return List.of();
    }
    if (added) {
      party =
          new Party(
              new Request(
                  grant.at(),
                  grant.meetupId(),
                  grant.rsvpId(),
                  grant.attendeeId(),
                  grant.guests()));
    }
    if (!party.decidedGrants.add(grant.grantId())) {
      return List.of();
    }
    String refusal = refusal(evening, party, added, grant.reserved());
    if (added) {
      evening.parties.add(party);
    }
    if (refusal != null) {
      party.declined |= added;
      String what = added ? "not added by " : "not seated by ";
      return List.of(told(evening, party, what + grant.grantId() + ", " + refusal, grant.at()));
    }
    boolean waited = party.waits();
    party.keptSeats = grant.reserved() ? Math.min(party.seats, evening.keptSeats()) : 0;
    party.standing = Standing.CONFIRMED;
    party.remindAt = null;
    party.confirmUntil = null;
    String what = (waited ? "promoted" : "confirmed") + " by hand, " + grant.grantId();
    return List.of(told(evening, party, what + " of kept " + party.keptSeats, grant.at()));
  }

  private static @Nullable String refusal(
      Evening evening, Party party, boolean added, boolean reserved) {
    if (evening.terms == null) {
      return "UNKNOWN_MEETUP";
    }
    if (evening.terms.cancelled()) {
      return "MEETUP_CANCELLED";
    }
    if (party.standing == Standing.CONFIRMED) {
      return "ALREADY_SEATED";
    }
    if (!added && !party.waits() && !party.declined) {
      return "RSVP_ENDED";
    }
    if (!party.waits() && evening.standingOf(party.request.attendeeId()) != null) {
      return "ALREADY_REGISTERED";
    }
    int there = reserved ? evening.emptySeats() : evening.freeSeats();
    return party.seats > there ? "FULL" : null;
  }

  public List<Told> change(Change change, Instant now) {
    Evening evening = evening(change.meetupId());
    if (!evening.unheard.isEmpty()) {
      evening.unheard.add(new Unheard(change, now));
      return List.of();
    }
    return decide(change);
  }

  /** Rule 14: one answer to each wish of a party that stands, and the promotions that follow. */
  private List<Told> decide(Change change) {
    Evening evening = evening(change.meetupId());
    Party party = evening.party(change.rsvpId());
    if (party == null || !party.stands() || !party.decidedChanges.add(change.changeId())) {
      return List.of();
    }
    int wanted = change.guests() + 1;
    String refusal = refusal(evening, party, wanted, change.at());
    if (refusal != null) {
      String what = "stays despite %s for %d, %s".formatted(change.changeId(), wanted, refusal);
      return List.of(told(evening, party, what, change.at()));
    }
    int former = party.seats;
    party.seats = wanted;
    String what = "changed by %s from %d".formatted(change.changeId(), former);
    if (!party.waits()) {
      String until = party.next() == null ? "" : ", until " + party.confirmUntil;
      party.keptSeats = Math.min(party.keptSeats, wanted);
      what += " to seats" + until + (party.keptSeats == 0 ? "" : ", kept " + party.keptSeats);
    } else {
      if (wanted > former) {
        evening.parties.remove(party);
        evening.parties.add(party);
        party.ticket = ++evening.tickets;
      }
      what += " to place " + party.ticket;
      if (party.standing == Standing.WAITING_IN_VAIN) {
        what += ", in vain";
      }
    }
    List<Told> all = new ArrayList<>();
    Told answer = told(evening, party, what, change.at());
    if (wanted < former) {
      evening.seatsBecameFree = change.at();
      all.addAll(promotions(evening));
    }
    boolean next = !all.isEmpty() && all.getFirst().rsvpId().equals(change.rsvpId());
    all.addFirst(next ? answer.saying(what + " and moves up") : answer);
    return all;
  }

  /** Rule 14: fewer guests are refused only where the meetup is cancelled. */
  private static @Nullable String refusal(Evening evening, Party party, int wanted, Instant at) {
    Publish terms = evening.terms;
    if (terms.cancelled()) {
      return "MEETUP_CANCELLED";
    }
    if (wanted <= party.seats) {
      return null;
    }
    if (at.isBefore(terms.opensAt())) {
      return "RSVPS_NOT_OPEN";
    }
    if (!at.isBefore(terms.closesAt())) {
      return "RSVPS_CLOSED";
    }
    boolean promotionsEnded = !at.isBefore(terms.promotionsEndAt());
    if (party.standing == Standing.WAITING_IN_VAIN || (party.waits() && promotionsEnded)) {
      return "WAITLIST_CLOSED";
    }
    if (wanted - 1 > terms.maxGuests()) {
      return "TOO_MANY_GUESTS";
    }
    if (wanted > terms.capacity()) {
      return "ROOM_TOO_SMALL";
    }
    boolean seatsForMore =
        wanted - party.seats <= evening.freeSeats() && evening.firstWaitingThatFits() == null;
    return party.standing == Standing.CONFIRMED && !seatsForMore ? "FULL" : null;
  }

  public List<Told> confirm(Confirm confirm, Instant now) {
    Evening evening = evening(confirm.meetupId());
    if (!evening.unheard.isEmpty()) {
      evening.unheard.add(new Unheard(confirm, now));
      return List.of();
    }
    return decide(confirm);
  }

  /** Rule 13: a party that holds or awaits seats is proved once and for all. */
  private List<Told> decide(Confirm confirm) {
    Evening evening = evening(confirm.meetupId());
    Party party = evening.party(confirm.rsvpId());
    if (party == null || !party.stands() || party.proved) {
      return List.of();
    }
    party.proved = true;
    return List.of(told(evening, party, "proved", confirm.at()));
  }

  /** Rules 7 and 13: the meetups of which something is due by that time, and was not told. */
  public List<String> overdue(Instant now) {
    return evenings.keySet().stream()
        .filter(
            meetupId -> nextDue(evening(meetupId), now) != null || owesWord(evening(meetupId), now))
        .toList();
  }

  private static boolean owesWord(Evening evening, Instant now) {
    return evening.terms != null
        && !evening.terms.cancelled()
        && !now.isBefore(evening.terms.promotionsEndAt())
        && evening.parties.stream().anyMatch(party -> party.standing == Standing.WAITING);
  }

  /** The earliest instant, not later than now, at which something is due. */
  private static @Nullable Instant nextDue(Evening evening, Instant now) {
    if (evening.terms == null || evening.terms.cancelled()) {
      return null;
    }
    Instant due = null;
    for (Party party : evening.parties) {
      Instant next = party.next();
      if (next != null && !next.isAfter(now) && (due == null || next.isBefore(due))) {
        due = next;
      }
    }
    return due;
  }

  /**
   * Rule 13, one meetup: everything of the earliest instant at which something is due, by their
   * ids, and then the promotions.
   *
   * @param now nothing that is due later
   * @param at the instant of the decisions
   */
  public List<Told> checkOne(String meetupId, Instant now, Instant at) {
    Evening evening = evening(meetupId);
    List<Told> all = new ArrayList<>();
    Instant due = nextDue(evening, now);
    if (due == null) {
      return all;
    }
    List<Party> parties = new ArrayList<>();
    for (Party party : evening.parties) {
      if (due.equals(party.next())) {
        parties.add(party);
      }
    }
    parties.sort(Comparator.comparing(party -> party.request.rsvpId()));
    boolean released = false;
    for (Party party : parties) {
      if (party.remindAt != null && party.remindAt.isBefore(party.confirmUntil)) {
        party.remindAt = null;
        all.add(told(evening, party, "reminded until " + party.confirmUntil, at));
      } else {
        party.standing = Standing.GONE;
        party.declined = false;
        released = true;
        all.add(told(evening, party, "gave up its seats, UNCONFIRMED", at));
      }
    }
    if (released) {
      evening.seatsBecameFree = at;
      all.addAll(promotions(evening));
    }
    return all;
  }

  /** The decisions about all requests that have waited for terms long enough by that time. */
  public List<Told> giveUp(Instant now) {
    List<Told> all = new ArrayList<>();
    for (String meetupId : evenings.keySet()) {
      List<Told> some = giveUpOne(meetupId, now);
      for (; !some.isEmpty(); some = giveUpOne(meetupId, now)) {
        all.addAll(some);
      }
    }
    return all;
  }

  /**
   * Rule 7, one meetup. Meetups are told independently of each other, and a party that joins the
   * waitlist after {@code promotionsEndAt} is told after its place on it.
   */
  public List<Told> passOne(String meetupId, Instant now) {
    Evening evening = evening(meetupId);
    Publish terms = evening.terms;
    List<Told> all = new ArrayList<>();
    if (terms == null || terms.cancelled() || now.isBefore(terms.promotionsEndAt())) {
      return all;
    }
    for (Party party : evening.parties) {
      if (party.standing == Standing.WAITING) {
        party.standing = Standing.WAITING_IN_VAIN;
        all.add(told(evening, party, "left waiting with " + party.ticket, null));
      }
    }
    return all;
  }

  /** The ids of the RSVPs that hold seats. */
  public Set<String> confirmed(String meetupId) {
    Set<String> confirmed = new TreeSet<>();
    for (Party party : evening(meetupId).parties) {
      if (party.standing == Standing.CONFIRMED) {
        confirmed.add(party.request.rsvpId());
      }
    }
    return confirmed;
  }

  /** The ids of the RSVPs that wait, the next one first. */
  public List<String> waitlist(String meetupId) {
    return evening(meetupId).waiting().stream().map(party -> party.request.rsvpId()).toList();
  }

  private static Told told(Evening evening, Party party, String what, @Nullable Instant at) {
    Publish terms = evening.terms;
    return new Told(
        party.request.meetupId(),
        party.request.rsvpId(),
        party.request.attendeeId(),
        party.seats,
        what,
        at,
        terms == null ? 0 : terms.version(),
        terms == null ? 0 : terms.capacity(),
        evening.confirmedSeats(),
        evening.waiting().size());
  }
}
