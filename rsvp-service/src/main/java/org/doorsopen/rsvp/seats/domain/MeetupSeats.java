package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one meetup, in small entries that are read and written one by one, so that a
 * decision costs the same however many people come. Later reads see earlier writes.
 */
public interface MeetupSeats {

  Figures figures();

  void keep(Figures figures);

  /** Null if no request with this id was decided. */
  @Nullable RsvpState rsvp(String rsvpId);

  void keep(RsvpState state);

  /** The id of the attendee's RSVP that is confirmed or waits; null if there is none. */
  @Nullable String activeRsvpOf(String attendeeId);

  void activate(Party party);

  void deactivate(Party party);

  void enqueue(Party party, long number);

  void dequeue(Party party, long number);

  /** Whether the wish for another size was decided before. */
  boolean isDecided(String rsvpId, String changeId);

  void keepDecided(String rsvpId, String changeId);

  /** Notes that something is due about the party then. */
  void await(Awaited awaited);

  void noLongerAwait(Awaited awaited);

  /** At most {@code max} that are due up to that instant, the earliest first, then by id. */
  List<Awaited> awaited(Instant upTo, int max);

  /** At most {@code max} tickets of one party size, from a number on, the smallest first. */
  List<Ticket> waiting(int size, long from, int max);
}
