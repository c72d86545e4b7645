package org.doorsopen.rsvp.seats.reference;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of a history. No step needs another one, so any of them may be left out. */
public sealed interface Step {

  /** The instant of the record; of a pass, the instant that the clock reaches. */
  Instant at();

  record Request(Instant at, String meetupId, String rsvpId, String attendeeId, int guests)
      implements Step {}

  record Confirm(Instant at, String meetupId, String rsvpId) implements Step {}

  /**
   * @param by a symbol of CancelledBy
   */
  record Cancel(Instant at, String meetupId, String rsvpId, String by) implements Step {}

  /** A wish for another number of guests. */
  record Change(Instant at, String meetupId, String rsvpId, String changeId, int guests)
      implements Step {}

  /**
   * Seats by hand.
   *
   * @param attendeeId of a person who is added by it; null where an RSVP is meant
   * @param guests of a person who is added
   * @param reserved whether kept seats are used first
   */
  record Grant(
      Instant at,
      String meetupId,
      String rsvpId,
      String grantId,
      @Nullable String attendeeId,
      int guests,
      boolean reserved)
      implements Step {}

  record Publish(
      Instant at,
      String meetupId,
      int version,
      boolean cancelled,
      int capacity,
      int maxGuests,
      @Nullable Integer waitlistCapacity,
      Instant opensAt,
      Instant closesAt,
      Instant promotionsEndAt,
      @Nullable Duration confirmWithin,
      int reservedSeats)
      implements Step {

    public Publish(
        Instant at,
        String meetupId,
        int version,
        boolean cancelled,
        int capacity,
        int maxGuests,
        @Nullable Integer waitlistCapacity,
        Instant opensAt,
        Instant closesAt,
        Instant promotionsEndAt) {
      this(
          at,
          meetupId,
          version,
          cancelled,
          capacity,
          maxGuests,
          waitlistCapacity,
          opensAt,
          closesAt,
          promotionsEndAt,
          null,
          0);
    }
  }

  /** Nothing comes in until that instant, and the allocator looks at the clock. */
  record Pass(Instant at) implements Step {}
}
