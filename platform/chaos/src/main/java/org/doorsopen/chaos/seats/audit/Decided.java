package org.doorsopen.chaos.seats.audit;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;
import org.jspecify.annotations.Nullable;

/**
 * An event of {@code seats}, as far as the audit looks at it.
 *
 * @param ticket the place in the order of the waitlist; 0 unless the RSVP was put there
 * @param reason why it was declined or released; empty for other decisions
 * @param figures of the meetup just after it, as the event says
 */
public record Decided(
    Kind kind, String rsvpId, int seats, long ticket, String reason, Figures figures) {

  public enum Kind {
    CONFIRMED,
    PROMOTED,
    WAITLISTED,
    RELEASED,
    DECLINED,
    TOLD_THAT_PROMOTIONS_ENDED;

    /** Whether it answers a request, as each must be exactly once. */
    public boolean isFirst() {
      return this == CONFIRMED || this == WAITLISTED || this == DECLINED;
    }
  }

  /**
   * @param version of the schedule that it was decided under
   */
  record Figures(int version, int capacity, int confirmedSeats, int waitlistedParties) {}

  /** Empty for types that came later. */
  public static Optional<Decided> in(@Nullable Object event) {
    return Optional.ofNullable(
        switch (event) {
          case SeatConfirmed confirmed ->
              of(
                  confirmed.getPromoted() ? Kind.PROMOTED : Kind.CONFIRMED,
                  confirmed.getRsvpId(),
                  0,
                  "",
                  confirmed);
          case SeatWaitlisted waitlisted ->
              of(
                  Kind.WAITLISTED,
                  waitlisted.getRsvpId(),
                  waitlisted.getWaitlistNumber(),
                  "",
                  waitlisted);
          case SeatReleased released ->
              of(Kind.RELEASED, released.getRsvpId(), 0, released.getReason().name(), released);
          case RsvpDeclined declined ->
              of(Kind.DECLINED, declined.getRsvpId(), 0, declined.getReason().name(), declined);
          case WaitlistClosed closed ->
              of(Kind.TOLD_THAT_PROMOTIONS_ENDED, closed.getRsvpId(), 0, "", closed);
          case null, default -> null;
        });
  }

  // Every decision has these fields, and Avro makes no interface of that.
  private static Decided of(
      Kind kind, String rsvpId, long ticket, String reason, SpecificRecordBase event) {
    Figures figures =
        new Figures(
            (int) event.get("scheduleVersion"),
            (int) event.get("capacity"),
            (int) event.get("confirmedSeats"),
            (int) event.get("waitlistedParties"));
    return new Decided(kind, rsvpId, (int) event.get("seats"), ticket, reason, figures);
  }
}
