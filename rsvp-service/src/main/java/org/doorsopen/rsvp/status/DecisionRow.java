package org.doorsopen.rsvp.status;

import java.time.Instant;
import java.util.Optional;
import org.doorsopen.rsvp.status.RsvpStatus.State;
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
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.GrantDeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic seats, as the tables keep it. Each decision says all there is to know of
 * its RSVP, so a later one replaces an earlier one.
 *
 * @param reasonOtherwise why it would have been declined if its attendee had no RSVP already
 * @param reservedSeats of its seats, those that were kept for organizers to give
 * @param confirmUntil the seats are released then, unless the address is confirmed before
 * @param waitlistNumber gives the order of the waitlist; its numbers have gaps
 * @param capacity of the meetup, at this decision
 * @param confirmedSeats of the meetup, just after this decision
 * @param waitlistedParties of the meetup, just after this decision
 */
record DecisionRow(
    String rsvpId,
    String meetupId,
    int seats,
    int reservedSeats,
    State state,
    @Nullable Reason reason,
    @Nullable Reason reasonOtherwise,
    @Nullable Instant confirmUntil,
    @Nullable Long waitlistNumber,
    Instant decidedAt,
    int capacity,
    int confirmedSeats,
    int waitlistedParties,
    long offset) {

  /** Empty for a decision that changes nothing about where an RSVP stands. */
  static Optional<DecisionRow> of(ReadDecision read) {
    return Optional.ofNullable(read(read.decision(), read.offset()));
  }

  private static @Nullable DecisionRow read(SeatDecision decision, long offset) {
    return switch (decision) {
      case Confirmed confirmed ->
          row(decision, State.CONFIRMED, null, null, confirmed.confirmUntil(), null, offset);
      case GrantDeclined declined when declined.added() ->
          row(decision, State.DECLINED, reason(declined.reason()), null, offset);
      case GrantDeclined _ -> null; // it stands where it stood
      case Awaited awaited ->
          row(decision, State.CONFIRMED, null, null, awaited.confirmUntil(), null, offset);
      case Noted _ -> null; // it stands where it stood
      case Changed changed when changed.waitlistNumber() == null ->
          row(decision, State.CONFIRMED, null, null, changed.confirmUntil(), null, offset);
      case Changed changed ->
          row(
              decision,
              State.WAITLISTED,
              changed.promotionsEnded() ? Reason.WAITLIST_CLOSED : null,
              changed.waitlistNumber(),
              offset);
      case ChangeDeclined _ -> null;
      case Waitlisted waitlisted ->
          row(decision, State.WAITLISTED, null, waitlisted.waitlistNumber(), offset);
      case PromotionsEnded ended ->
          row(decision, State.WAITLISTED, Reason.WAITLIST_CLOSED, ended.waitlistNumber(), offset);
      case Released released ->
          row(decision, State.CANCELLED, reason(released.reason()), null, offset);
      case Declined declined ->
          row(
              decision,
              State.DECLINED,
              reason(declined.reason()),
              declined.reasonOtherwise() == null ? null : reason(declined.reasonOtherwise()),
              null,
              null,
              offset);
    };
  }

  private static DecisionRow row(
      SeatDecision decision,
      State state,
      @Nullable Reason reason,
      @Nullable Long waitlistNumber,
      long offset) {
    return row(decision, state, reason, null, null, waitlistNumber, offset);
  }

  private static DecisionRow row(
      SeatDecision decision,
      State state,
      @Nullable Reason reason,
      @Nullable Reason reasonOtherwise,
      @Nullable Instant confirmUntil,
      @Nullable Long waitlistNumber,
      long offset) {
    SeatDecision.Fields fields = decision.fields();
    return new DecisionRow(
        fields.rsvpId(),
        fields.meetupId(),
        fields.seats(),
        reservedSeats(decision),
        state,
        reason,
        reasonOtherwise,
        confirmUntil,
        waitlistNumber,
        fields.decidedAt(),
        fields.figures().capacity(),
        fields.figures().confirmedSeats(),
        fields.figures().waitlistedParties(),
        offset);
  }

  /** Only these two give seats. */
  private static int reservedSeats(SeatDecision decision) {
    return switch (decision) {
      case Confirmed confirmed -> confirmed.reservedSeats();
      case Changed changed when changed.waitlistNumber() == null -> changed.reservedSeats();
      case SeatDecision _ -> 0;
    };
  }

  static Reason reason(GrantDeclineReason reason) {
    return switch (reason) {
      case UNKNOWN_MEETUP -> Reason.UNKNOWN_MEETUP;
      case MEETUP_CANCELLED -> Reason.MEETUP_CANCELLED;
      case ALREADY_SEATED -> Reason.ALREADY_SEATED;
      case RSVP_ENDED -> Reason.RSVP_ENDED;
      case ALREADY_REGISTERED -> Reason.ALREADY_REGISTERED;
      case FULL -> Reason.FULL;
      case UNKNOWN -> Reason.UNKNOWN;
    };
  }

  static Reason reason(ReleaseReason reason) {
    return switch (reason) {
      case ATTENDEE -> Reason.ATTENDEE;
      case ORGANIZER -> Reason.ORGANIZER;
      case ERASURE -> Reason.ERASURE;
      case UNCONFIRMED -> Reason.UNCONFIRMED;
      case UNKNOWN -> Reason.UNKNOWN;
    };
  }

  static Reason reason(DeclineReason reason) {
    return switch (reason) {
      case UNKNOWN_MEETUP -> Reason.UNKNOWN_MEETUP;
      case MEETUP_CANCELLED -> Reason.MEETUP_CANCELLED;
      case ALREADY_REGISTERED -> Reason.ALREADY_REGISTERED;
      case RSVPS_NOT_OPEN -> Reason.RSVPS_NOT_OPEN;
      case RSVPS_CLOSED -> Reason.RSVPS_CLOSED;
      case TOO_MANY_GUESTS -> Reason.TOO_MANY_GUESTS;
      case FULL -> Reason.FULL;
      case ROOM_TOO_SMALL -> Reason.ROOM_TOO_SMALL;
      case UNKNOWN -> Reason.UNKNOWN;
    };
  }
}
