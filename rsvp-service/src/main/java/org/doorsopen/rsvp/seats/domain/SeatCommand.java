package org.doorsopen.rsvp.seats.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A command about the seats of one meetup, with the instant of the event that led to it. */
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

  /** The address of the RSVP belongs to a person who reads it. */
  record ConfirmAddress(String rsvpId, Instant at) implements SeatCommand {}

  /**
   * Wishes for another size of a party that stands (rule 14).
   *
   * @param changeId of this wish: it is decided once, however often it comes
   * @param guests beside the attendee, whatever there were before
   */
  record ChangeParty(String rsvpId, String changeId, int guests, Instant at)
      implements SeatCommand {}

  /**
   * An organizer's wish to give seats by hand (rules 16 and 17), as far as a decision repeats it.
   *
   * @param grantId of this wish: it is decided once, however often it comes
   * @param organizer a name, never an address
   */
  record Grant(String grantId, Cause cause, String organizer) {

    /** Why seats are given by hand. */
    public enum Cause {
      UNKNOWN,
      SPEAKER,
      HOST,
      SPONSOR,
      HELPER,
      OTHER
    }
  }

  /**
   * An organizer gives seats by hand.
   *
   * @param added a person who is added by it (rule 17); null where there is an RSVP (rule 16)
   * @param reserved whether seats that are kept are used first
   */
  record GrantSeats(String rsvpId, @Nullable Added added, boolean reserved, Grant grant, Instant at)
      implements SeatCommand {

    /**
     * @param guests beside the attendee
     */
    public record Added(String attendeeId, int guests) {}

    @Nullable Party addedParty() {
      return added == null ? null : new Party(rsvpId, added.attendeeId(), 1 + added.guests());
    }
  }

  record ReviseTerms(Terms terms, Instant at) implements SeatCommand {}

  /** A command that goes through the waitlist, and so may take more than one go. */
  sealed interface WaitlistCommand extends SeatCommand {}

  /** Seats became free, and the next waiting parties move up. */
  record ServeWaitlist(Instant at) implements WaitlistCommand {}

  /**
   * The allocator's clock has passed an instant at which addresses were to be confirmed.
   *
   * @param due that instant
   * @param released whether seats became free in an earlier go
   */
  record CheckConfirmations(Instant due, boolean released, Instant at) implements WaitlistCommand {}

  /** The allocator's clock may have passed {@link Terms#promotionsEndAt}. */
  record ClosePromotions(Instant at) implements WaitlistCommand {}
}
