package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One meetup in maps. */
final class MeetupSeatsInMemory implements MeetupSeats {

  private final Map<String, RsvpState> rsvps = new HashMap<>();
  private final Map<String, String> activeRsvps = new HashMap<>();
  private final Map<Integer, TreeMap<Long, String>> waiting = new HashMap<>();
  private final TreeSet<Awaited> awaited =
      new TreeSet<>(Comparator.comparing(Awaited::at).thenComparing(Awaited::rsvpId));
  private final Set<List<String>> decidedChanges = new HashSet<>();
  private Figures figures = Figures.NONE;

  @Override
  public Figures figures() {
    return figures;
  }

  @Override
  public void keep(Figures latest) {
    figures = latest;
  }

  @Override
  public @Nullable RsvpState rsvp(String rsvpId) {
    return rsvps.get(rsvpId);
  }

  @Override
  public void keep(RsvpState state) {
    rsvps.put(state.party().rsvpId(), state);
  }

  @Override
  public @Nullable String activeRsvpOf(String attendeeId) {
    return activeRsvps.get(attendeeId);
  }

  @Override
  public void activate(Party party) {
    activeRsvps.put(party.attendeeId(), party.rsvpId());
  }

  @Override
  public void deactivate(Party party) {
    activeRsvps.remove(party.attendeeId());
  }

  @Override
  public void enqueue(Party party, long number) {
    waiting.computeIfAbsent(party.seats(), _ -> new TreeMap<>()).put(number, party.rsvpId());
  }

  @Override
  public void dequeue(Party party, long number) {
    waiting.get(party.seats()).remove(number);
  }

  @Override
  public boolean isDecided(String rsvpId, String changeId) {
    return decidedChanges.contains(List.of(rsvpId, changeId));
  }

  @Override
  public void keepDecided(String rsvpId, String changeId) {
    decidedChanges.add(List.of(rsvpId, changeId));
  }

  @Override
  public void await(Awaited party) {
    awaited.add(party);
  }

  @Override
  public void noLongerAwait(Awaited party) {
    awaited.remove(party);
  }

  @Override
  public List<Awaited> awaited(Instant upTo, int max) {
    return awaited.stream().takeWhile(party -> !party.at().isAfter(upTo)).limit(max).toList();
  }

  @Override
  public List<Ticket> waiting(int size, long from, int max) {
    return waiting.getOrDefault(size, new TreeMap<>()).tailMap(from, true).entrySet().stream()
        .limit(max)
        .map(entry -> new Ticket(entry.getKey(), entry.getValue()))
        .toList();
  }
}
