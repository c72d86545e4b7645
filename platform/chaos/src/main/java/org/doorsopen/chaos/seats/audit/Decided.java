package org.doorsopen.chaos.seats.audit;

import java.util.Optional;
import org.doorsopen.schemas.SeatDecision;
import org.doorsopen.schemas.SeatDecision.Awaited;
import org.doorsopen.schemas.SeatDecision.ChangeDeclined;
import org.doorsopen.schemas.SeatDecision.Changed;
import org.doorsopen.schemas.SeatDecision.Confirmed;
import org.doorsopen.schemas.SeatDecision.Declined;
import org.doorsopen.schemas.SeatDecision.GrantDeclined;
import org.doorsopen.schemas.SeatDecision.Noted;
import org.doorsopen.schemas.SeatDecision.PromotionsEnded;
import org.doorsopen.schemas.SeatDecision.Released;
import org.doorsopen.schemas.SeatDecision.Waitlisted;
import org.jspecify.annotations.Nullable;

/**
 * An event of {@code seats}, as far as the audit looks at it.
 *
 * @param ticket the place in the order of the waitlist; 0 unless the RSVP was put there
 * @param reason why it was declined or released, or why its party stays as it is; empty for other
 *     decisions
 * @param changeId the wish for another size of the party that this answers, or for seats by hand;
 *     empty for other decisions
 * @param kept how many of its seats are of those that are kept
 * @param figures of the meetup just after it, as the event says
 */
public record Decided(
    Kind kind,
    String rsvpId,
    int seats,
    long ticket,
    String reason,
    String changeId,
    int kept,
    Figures figures) {

  Decided(Kind kind, String rsvpId, int seats, long ticket, String reason, Figures figures) {
    this(kind, rsvpId, seats, ticket, reason, "", figures);
  }

  Decided(
      Kind kind,
      String rsvpId,
      int seats,
      long ticket,
      String reason,
      String changeId,
      Figures figures) {
    this(kind, rsvpId, seats, ticket, reason, changeId, 0, figures);
  }

  public enum Kind {
    CONFIRMED,
    PROMOTED,
    WAITLISTED,
    RELEASED,
    DECLINED,
    TOLD_THAT_PROMOTIONS_ENDED,
    TOLD_TO_CONFIRM,
    ADDRESS_CONFIRMED,
    CHANGED,
    CHANGE_DECLINED,
    SEATED_BY_HAND,
    /** A person was to be added, and holds nothing. */
    NOT_ADDED_BY_HAND,
    NOT_SEATED_BY_HAND;

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
    return SeatDecision.in(event).map(Decided::of);
  }

  private static Decided of(SeatDecision decision) {
    return switch (decision) {
      case Confirmed confirmed when confirmed.byHand() ->
          of(Kind.SEATED_BY_HAND, 0, "", confirmed.grantId(), confirmed.reservedSeats(), decision);
      case GrantDeclined declined ->
          of(
              declined.added() ? Kind.NOT_ADDED_BY_HAND : Kind.NOT_SEATED_BY_HAND,
              0,
              declined.reason().name(),
              declined.grantId(),
              0,
              decision);
      case Confirmed confirmed ->
          of(confirmed.promoted() ? Kind.PROMOTED : Kind.CONFIRMED, 0, "", decision);
      case Awaited _ -> of(Kind.TOLD_TO_CONFIRM, 0, "", decision);
      case Noted _ -> of(Kind.ADDRESS_CONFIRMED, 0, "", decision);
      case Waitlisted waitlisted -> of(Kind.WAITLISTED, waitlisted.waitlistNumber(), "", decision);
      case Released released -> of(Kind.RELEASED, 0, released.reason().name(), decision);
      case Declined declined -> of(Kind.DECLINED, 0, declined.reason().name(), decision);
      case Changed changed ->
          of(
              Kind.CHANGED,
              changed.waitlistNumber() == null ? 0 : changed.waitlistNumber(),
              "",
              changed.changeId(),
              changed.reservedSeats(),
              decision);
      case ChangeDeclined declined ->
          of(Kind.CHANGE_DECLINED, 0, declined.reason().name(), declined.changeId(), 0, decision);
      case PromotionsEnded _ -> of(Kind.TOLD_THAT_PROMOTIONS_ENDED, 0, "", decision);
    };
  }

  private static Decided of(Kind kind, long ticket, String reason, SeatDecision decision) {
    return of(kind, ticket, reason, "", 0, decision);
  }

  private static Decided of(
      Kind kind, long ticket, String reason, String changeId, int kept, SeatDecision decision) {
    SeatDecision.Fields fields = decision.fields();
    Figures figures =
        new Figures(
            fields.scheduleVersion(),
            fields.figures().capacity(),
            fields.figures().confirmedSeats(),
            fields.figures().waitlistedParties());
    return new Decided(
        kind, fields.rsvpId(), fields.seats(), ticket, reason, changeId, kept, figures);
  }
}
