package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;

/** What can be asked of the seats of one meetup. The instants are those of the events behind it. */
public sealed interface SeatCommand {

  Instant at();

  /**
   * @param guests beside the attendee
   */
  record RequestSeats(String rsvpId, String attendeeId, int guests, Instant at)
      implements SeatCommand {

    Party party() {
      return new Party(rsvpId, attendeeId, 1 + guests);
    }
  }

  record CancelRsvp(String rsvpId, ReleaseCause cause, Instant at) implements SeatCommand {}

  record ReviseTerms(Terms terms, Instant at) implements SeatCommand {}

  /** What goes through the waitlist, and so may take more than one go. */
  sealed interface WaitlistCommand extends SeatCommand {}

  /** Seats became free. */
  record ServeWaitlist(Instant at) implements WaitlistCommand {}

  /** The clock of whoever sends this has passed {@link Terms#promotionsEndAt}. */
  record ClosePromotions(Instant at) implements WaitlistCommand {}
}
