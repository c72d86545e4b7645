package org.doorsopen.rsvp.seats.histories;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.doorsopen.rsvp.seats.reference.Told;
import org.doorsopen.schemas.events.ConfirmationAwaited;
import org.doorsopen.schemas.events.ConfirmationNoted;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.PartyChangeDeclined;
import org.doorsopen.schemas.events.PartyChanged;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatGrantDeclined;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;

/** Translates the topology's events to the words of the reference model. */
final class Words {

  private Words() {}

  static Told of(SpecificRecord decision) {
    return new Told(
        text(decision, "meetupId"),
        text(decision, "rsvpId"),
        text(decision, "attendeeId"),
        number(decision, "seats"),
        what(decision),
        decision instanceof WaitlistClosed ? null : (Instant) field(decision, "decidedAt"),
        number(decision, "scheduleVersion"),
        number(decision, "capacity"),
        number(decision, "confirmedSeats"),
        number(decision, "waitlistedParties"));
  }

  private static String what(SpecificRecord decision) {
    return switch (decision) {
      case SeatConfirmed confirmed when confirmed.getGrantId() != null ->
          "%s by hand, %s of kept %d"
              .formatted(
                  confirmed.getPromoted() ? "promoted" : "confirmed",
                  confirmed.getGrantId(),
                  confirmed.getReservedSeats());
      case SeatGrantDeclined declined ->
          "%s by %s, %s"
              .formatted(
                  declined.getAdded() ? "not added" : "not seated",
                  declined.getGrantId(),
                  declined.getReason());
      case SeatConfirmed confirmed ->
          (confirmed.getPromoted() ? "promoted" : "confirmed")
              + (confirmed.getConfirmUntil() == null
                  ? ""
                  : " until " + confirmed.getConfirmUntil());
      case ConfirmationAwaited awaited -> "reminded until " + awaited.getConfirmUntil();
      case ConfirmationNoted _ -> "proved";
      case SeatWaitlisted waitlisted -> "waits with " + waitlisted.getWaitlistNumber();
      case WaitlistClosed closed -> "left waiting with " + closed.getWaitlistNumber();
      case SeatReleased released ->
          "gave up its %s, %s"
              .formatted(released.getWasConfirmed() ? "seats" : "place", released.getReason());
      case PartyChanged changed ->
          "changed by %s from %d to ".formatted(changed.getChangeId(), changed.getFormerSeats())
              + (changed.getWaitlistNumber() == null
                  ? "seats"
                  : "place " + changed.getWaitlistNumber())
              + (changed.getPromotionsEnded() ? ", in vain" : "")
              + (changed.getConfirmUntil() == null ? "" : ", until " + changed.getConfirmUntil())
              + (changed.getReservedSeats() == 0 ? "" : ", kept " + changed.getReservedSeats())
              + (changed.getMovesUp() ? " and moves up" : "");
      case PartyChangeDeclined declined ->
          "stays despite %s for %d, %s"
              .formatted(declined.getChangeId(), declined.getWantedSeats(), declined.getReason());
      case RsvpDeclined declined when declined.getReason() == DeclineReason.ALREADY_REGISTERED ->
          "declined ALREADY_REGISTERED as %s, otherwise %s"
              .formatted(declined.getActiveRsvpId(), declined.getReasonOtherwise());
      case RsvpDeclined declined -> "declined " + declined.getReason();
      default -> throw new Disagreement("unexpected " + decision);
    };
  }

  private static String text(SpecificRecord decision, String name) {
    return (String) field(decision, name);
  }

  private static int number(SpecificRecord decision, String name) {
    return (int) field(decision, name);
  }

  private static Object field(SpecificRecord decision, String name) {
    return decision.get(decision.getSchema().getField(name).pos());
  }
}
