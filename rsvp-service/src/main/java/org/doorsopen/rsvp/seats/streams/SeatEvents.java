package org.doorsopen.rsvp.seats.streams;

import org.apache.avro.specific.SpecificRecord;
import org.doorsopen.rsvp.seats.domain.Decision;
import org.doorsopen.rsvp.seats.domain.Outcome;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.schemas.events.ConfirmationAwaited;
import org.doorsopen.schemas.events.ConfirmationNoted;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;

/** Translates decisions to events of {@code seats}. */
final class SeatEvents {

  private SeatEvents() {}

  static SpecificRecord from(String meetupId, Decision decision) {
    Party party = decision.party();
    return switch (decision.outcome()) {
      case Outcome.Confirmed(boolean promoted, var deadline) ->
          new SeatConfirmed(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              promoted,
              deadline == null ? null : deadline.until(),
              decision.scheduleVersion(),
              decision.decidedAt(),
              decision.capacity(),
              decision.confirmedSeats(),
              decision.waitlistedParties());
      case Outcome.Reminded(var confirmUntil) ->
          new ConfirmationAwaited(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              confirmUntil,
              decision.scheduleVersion(),
              decision.decidedAt(),
              decision.capacity(),
              decision.confirmedSeats(),
              decision.waitlistedParties());
      case Outcome.Proved() ->
          new ConfirmationNoted(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              decision.scheduleVersion(),
              decision.decidedAt(),
              decision.capacity(),
              decision.confirmedSeats(),
              decision.waitlistedParties());
      case Outcome.Waitlisted(long number) ->
          new SeatWaitlisted(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              number,
              decision.scheduleVersion(),
              decision.decidedAt(),
              decision.capacity(),
              decision.confirmedSeats(),
              decision.waitlistedParties());
      case Outcome.Released(boolean wasConfirmed, var cause) ->
          new SeatReleased(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              wasConfirmed,
              ReleaseReason.valueOf(cause.name()),
              decision.scheduleVersion(),
              decision.decidedAt(),
              decision.capacity(),
              decision.confirmedSeats(),
              decision.waitlistedParties());
      case Outcome.Declined(var refusal, var activeRsvpId, var otherwise) ->
          new RsvpDeclined(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              DeclineReason.valueOf(refusal.name()),
              activeRsvpId,
              otherwise == null ? null : DeclineReason.valueOf(otherwise.name()),
              decision.scheduleVersion(),
              decision.decidedAt(),
              decision.capacity(),
              decision.confirmedSeats(),
              decision.waitlistedParties());
      case Outcome.LeftWaiting(long number) ->
          new WaitlistClosed(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              number,
              decision.scheduleVersion(),
              decision.decidedAt(),
              decision.capacity(),
              decision.confirmedSeats(),
              decision.waitlistedParties());
    };
  }
}
