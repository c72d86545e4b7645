package org.doorsopen.rsvp.seats.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.doorsopen.rsvp.seats.domain.Awaited;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.MeetupSeats;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.RsvpState;
import org.doorsopen.rsvp.seats.domain.Ticket;
import org.doorsopen.rsvp.seats.state.StateKeys.Kind;
import org.jspecify.annotations.Nullable;

/** One meetup in the stores. */
public final class StoredMeetupSeats implements MeetupSeats {

  private final KeyValueStore<Bytes, byte[]> store;
  private final MeetupFigures figures;
  private final String meetupId;

  /**
   * @param store of the entries
   */
  public StoredMeetupSeats(
      KeyValueStore<Bytes, byte[]> store, MeetupFigures figures, String meetupId) {
    this.store = store;
    this.figures = figures;
    this.meetupId = meetupId;
  }

  @Override
  public Figures figures() {
    return figures.of(meetupId);
  }

  @Override
  public void keep(Figures latest) {
    figures.keep(meetupId, latest);
  }

  @Override
  public @Nullable RsvpState rsvp(String rsvpId) {
    byte[] bytes = store.get(StateKeys.rsvp(meetupId, rsvpId));
    return bytes == null ? null : RsvpBytes.read(rsvpId, bytes);
  }

  @Override
  public void keep(RsvpState state) {
    store.put(StateKeys.rsvp(meetupId, state.party().rsvpId()), RsvpBytes.write(state));
  }

  @Override
  public @Nullable String activeRsvpOf(String attendeeId) {
    byte[] bytes = store.get(StateKeys.attendee(meetupId, attendeeId));
    return bytes == null ? null : new String(bytes, UTF_8);
  }

  @Override
  public void activate(Party party) {
    store.put(StateKeys.attendee(meetupId, party.attendeeId()), party.rsvpId().getBytes(UTF_8));
  }

  @Override
  public void deactivate(Party party) {
    store.delete(StateKeys.attendee(meetupId, party.attendeeId()));
  }

  @Override
  public void enqueue(Party party, long number) {
    store.put(StateKeys.ticket(meetupId, party.seats(), number), party.rsvpId().getBytes(UTF_8));
  }

  @Override
  public void dequeue(Party party, long number) {
    store.delete(StateKeys.ticket(meetupId, party.seats(), number));
  }

  @Override
  public boolean isDecided(String rsvpId, String changeId) {
    return store.get(StateKeys.change(meetupId, rsvpId, changeId)) != null;
  }

  @Override
  public void keepDecided(String rsvpId, String changeId) {
    store.put(StateKeys.change(meetupId, rsvpId, changeId), new byte[0]);
  }

  @Override
  public void await(Awaited awaited) {
    store.put(StateKeys.awaited(meetupId, awaited), new byte[0]);
  }

  @Override
  public void noLongerAwait(Awaited awaited) {
    store.delete(StateKeys.awaited(meetupId, awaited));
  }

  @Override
  public List<Awaited> awaited(Instant upTo, int max) {
    Bytes low = StateKeys.prefix(Kind.AWAITED, meetupId);
    Bytes high = StateKeys.awaitedUpTo(meetupId, upTo);
    List<Awaited> found = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> due = store.range(low, high)) {
      while (found.size() < max && due.hasNext()) {
        found.add(StateKeys.awaitedOf(meetupId, due.next().key));
      }
    }
    return found;
  }

  @Override
  public List<Ticket> waiting(int size, long from, int max) {
    Bytes low = StateKeys.ticket(meetupId, size, from);
    Bytes high = StateKeys.ticket(meetupId, size, Long.MAX_VALUE);
    List<Ticket> tickets = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> waiting = store.range(low, high)) {
      while (tickets.size() < max && waiting.hasNext()) {
        tickets.add(ticket(waiting.next()));
      }
    }
    return tickets;
  }

  private static Ticket ticket(KeyValue<Bytes, byte[]> entry) {
    return new Ticket(StateKeys.numberOf(entry.key), new String(entry.value, UTF_8));
  }
}
