package org.doorsopen.rsvp.seats.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one meetup, in small entries that are read and written one by one, so that a
 * decision costs the same however many people come. Writes are seen by later reads.
 */
public interface MeetupSeats {

  Figures figures();

  void keep(Figures figures);

  /** Null if this RSVP never asked. */
  @Nullable RsvpState rsvp(String rsvpId);

  void keep(RsvpState state);

  /** The attendee's RSVP that is confirmed or waits, if there is one. */
  @Nullable String activeRsvpOf(String attendeeId);

  void activate(Party party);

  void deactivate(Party party);

  void enqueue(Party party, long number);

  void dequeue(Party party, long number);

  /** Tickets of one party size from a number on, smallest first. */
  List<Ticket> waiting(int size, long from, int most);
}
