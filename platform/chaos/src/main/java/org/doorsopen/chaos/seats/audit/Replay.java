package org.doorsopen.chaos.seats.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorsopen.chaos.seats.audit.Standing.Confirmed;
import org.doorsopen.chaos.seats.audit.Standing.Ended;
import org.doorsopen.chaos.seats.audit.Standing.Waiting;

/**
 * Goes through the decisions about one meetup in their order and says which of them break a rule,
 * as numbered in docs/allocation.md. It knows nothing of the allocator.
 */
final class Replay {
  private final MeetupLog log;
  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private final Set<String> proved = new HashSet<>();
  private final Set<String> changes = new HashSet<>();
  private final Map<String, Waiting> waitlist = new HashMap<>();
  private final List<String> findings = new ArrayList<>();
  private int confirmedSeats;
  private int keptTaken;
  private long lastTicket;
  private int lastVersion;

  private Replay(MeetupLog log) {
    this.log = log;
  }

  static Replay of(MeetupLog log) {
    Replay replay = new Replay(log);
    log.decided().forEach(replay::add);
    return replay;
  }

  /** Where everybody stands in the end, in the order of the first decisions. */
  Map<String, Standing> standings() {
    return standings;
  }

  List<String> findings() {
    return findings;
  }

  int confirmedSeats() {
    return confirmedSeats;
  }

  int waitlistedParties() {
    return waitlist.size();
  }

  /** The place of an RSVP on the waitlist; 1 is next. */
  long positionOf(String rsvpId) {
    long ticket = waitlist.get(rsvpId).ticket();
    return 1 + waitlist.values().stream().filter(standing -> standing.ticket() < ticket).count();
  }

  /** Rule 3, for when no promotion is under way. */
  Optional<String> leftOut() {
    int free = free(log.latestCapacity(), log.latestVersion());
    return firstThatFits(free).map(id -> "%s waits, though %d seats are free".formatted(id, free));
  }

  /**
   * Rule 15: without the seats that are kept. 0 where there are fewer than are confirmed, or fewer
   * without anybody than are kept.
   */
  private int free(int capacity, int version) {
    return Math.max(0, capacity - confirmedSeats - keptUnder(version));
  }

  /** The seats that are kept and that nobody has. */
  int kept() {
    return keptUnder(log.latestVersion());
  }

  private int keptUnder(int version) {
    return Math.max(0, log.kept().getOrDefault(version, 0) - keptTaken);
  }

  private void add(Decided decided) {
    int free = free(decided.figures().capacity(), decided.figures().version());
    Optional<Standing> before = Optional.ofNullable(standings.get(decided.rsvpId()));
    switch (decided.kind()) {
      case CONFIRMED -> confirm(decided, before, free);
      case PROMOTED -> promote(decided, before, free);
      case WAITLISTED -> enqueue(decided, before, free);
      case DECLINED -> {
        expect(before.isEmpty(), decided, "is decided a second time");
        standings.put(decided.rsvpId(), new Ended("DECLINED", decided.reason()));
      }
      case RELEASED -> release(decided, before);
      case CHANGED -> change(decided, before, free);
      case CHANGE_DECLINED -> {
        expect(changes.add(decided.changeId()), decided, "answers a wish a second time (rule 14)");
        expect(
            seatsOf(before) == decided.seats(), decided, "has not the seats that it had (rule 14)");
      }
      case SEATED_BY_HAND -> seat(decided, before, free);
      case NOT_ADDED_BY_HAND -> {
        expect(changes.add(decided.changeId()), decided, "answers a grant a second time (rule 16)");
        expect(before.isEmpty(), decided, "was there before (rule 17)");
        standings.put(decided.rsvpId(), new Ended("DECLINED", decided.reason()));
      }
      case NOT_SEATED_BY_HAND ->
          expect(
              changes.add(decided.changeId()), decided, "answers a grant a second time (rule 16)");
      case TOLD_TO_CONFIRM ->
          expect(before.filter(Confirmed.class::isInstance).isPresent(), decided, "has no seats");
      case ADDRESS_CONFIRMED -> {
        boolean stands = before.filter(standing -> !(standing instanceof Ended)).isPresent();
        expect(stands, decided, "holds nothing");
        expect(proved.add(decided.rsvpId()), decided, "is proved a second time (rule 13)");
      }
      case TOLD_THAT_PROMOTIONS_ENDED -> expect(isWaiting(before), decided, "does not wait");
    }
    checkFigures(decided);
  }

  private void confirm(Decided decided, Optional<Standing> before, int free) {
    expect(before.isEmpty(), decided, "is decided a second time");
    expect(decided.seats() <= free, decided, "exceeds the capacity (rule 9)");
    expect(firstThatFits(free).isEmpty(), decided, "passes the waitlist (rule 2)");
    take(decided);
  }

  private void promote(Decided decided, Optional<Standing> before, int free) {
    expect(isWaiting(before), decided, "does not wait");
    expect(decided.seats() <= free, decided, "exceeds the capacity (rule 9)");
    Optional<String> next = firstThatFits(free);
    expect(
        next.isEmpty() || next.get().equals(decided.rsvpId()),
        decided,
        "passes %s (rule 3)".formatted(next.orElse("")));
    waitlist.remove(decided.rsvpId());
    take(decided);
  }

  /** Rules 16 and 17: past the waitlist, and never more than there are. */
  private void seat(Decided decided, Optional<Standing> before, int free) {
    expect(changes.add(decided.changeId()), decided, "answers a grant a second time (rule 16)");
    int empty = decided.figures().capacity() - confirmedSeats;
    expect(decided.seats() <= empty, decided, "exceeds the capacity (rule 9)");
    expect(
        decided.seats() - decided.kept() <= free,
        decided,
        "has seats that are kept, and were not given (rule 15)");
    switch (before.orElse(new Ended("DECLINED", ""))) {
      case Confirmed _ -> expect(false, decided, "has seats already (rule 16)");
      case Waiting _ -> waitlist.remove(decided.rsvpId());
      case Ended(String state, String _) ->
          expect(state.equals("DECLINED"), decided, "was released before (rule 16)");
    }
    take(decided);
  }

  private void take(Decided decided) {
    confirmedSeats += decided.seats();
    keptTaken += decided.kept();
    standings.put(decided.rsvpId(), new Confirmed(decided.seats(), decided.kept()));
  }

  private void enqueue(Decided decided, Optional<Standing> before, int free) {
    expect(before.isEmpty(), decided, "is decided a second time");
    expect(decided.ticket() > lastTicket, decided, "has a ticket that does not grow (rule 1)");
    expect(
        decided.seats() > free || firstThatFits(free).isPresent(),
        decided,
        "need not wait (rule 2)");
    lastTicket = decided.ticket();
    Waiting waiting = new Waiting(decided.seats(), decided.ticket());
    waitlist.put(decided.rsvpId(), waiting);
    standings.put(decided.rsvpId(), waiting);
  }

  private void release(Decided decided, Optional<Standing> before) {
    expect(
        !decided.reason().equals("UNCONFIRMED") || !proved.contains(decided.rsvpId()),
        decided,
        "loses its seats although its address is confirmed (rule 13)");
    switch (before.orElse(new Ended("", ""))) {
      case Confirmed(int seats, int kept) -> {
        confirmedSeats -= seats;
        keptTaken -= kept;
      }
      case Waiting _ -> waitlist.remove(decided.rsvpId());
      case Ended _ -> expect(false, decided, "holds nothing");
    }
    standings.put(decided.rsvpId(), new Ended("CANCELLED", decided.reason()));
  }

  /** Audits a wish for another size of the party: rule 14. */
  private void change(Decided decided, Optional<Standing> before, int free) {
    expect(changes.add(decided.changeId()), decided, "answers a wish a second time (rule 14)");
    int more = decided.seats() - seatsOf(before);
    switch (before.orElse(new Ended("", ""))) {
      case Confirmed(int seats, int kept) -> {
        expect(
            decided.kept() == Math.min(kept, decided.seats()),
            decided,
            "has other kept seats than before (rule 15)");
        expect(more <= 0 || more <= free, decided, "exceeds the capacity (rule 9)");
        expect(
            more <= 0 || firstThatFits(free).isEmpty(), decided, "passes the waitlist (rule 14)");
        confirmedSeats -= seats;
        keptTaken -= kept;
        take(decided);
      }
      case Waiting(int _, long ticket) -> {
        expect(
            more > 0 ? decided.ticket() > lastTicket : decided.ticket() == ticket,
            decided,
            "has not the place that it should have (rule 14)");
        lastTicket = Math.max(lastTicket, decided.ticket());
        Waiting waiting = new Waiting(decided.seats(), decided.ticket());
        waitlist.put(decided.rsvpId(), waiting);
        standings.put(decided.rsvpId(), waiting);
      }
      case Ended _ -> expect(false, decided, "holds nothing");
    }
  }

  private static int seatsOf(Optional<Standing> standing) {
    return switch (standing.orElse(new Ended("", ""))) {
      case Confirmed(int seats, int _) -> seats;
      case Waiting(int seats, long _) -> seats;
      case Ended _ -> 0;
    };
  }

  private void checkFigures(Decided decided) {
    Decided.Figures figures = decided.figures();
    expect(
        figures.confirmedSeats() == confirmedSeats
            && figures.waitlistedParties() == waitlist.size(),
        decided,
        "has other figures than the log: %d seats, %d waiting"
            .formatted(confirmedSeats, waitlist.size()));
    expect(
        figures.version() == 0
            || Integer.valueOf(figures.capacity()).equals(log.capacities().get(figures.version())),
        decided,
        "has another capacity than version %d".formatted(figures.version()));
    expect(figures.version() >= lastVersion, decided, "goes back to an earlier version");
    lastVersion = figures.version();
  }

  private Optional<String> firstThatFits(int free) {
    return waitlist.entrySet().stream()
        .filter(entry -> entry.getValue().seats() <= free)
        .min((a, b) -> Long.compare(a.getValue().ticket(), b.getValue().ticket()))
        .map(Map.Entry::getKey);
  }

  private static boolean isWaiting(Optional<Standing> standing) {
    return standing.filter(Waiting.class::isInstance).isPresent();
  }

  private void expect(boolean holds, Decided decided, String otherwise) {
    if (!holds) {
      findings.add("%s %s %s".formatted(decided.kind(), decided.rsvpId(), otherwise));
    }
  }
}
