package org.doorsopen.rsvp.seats.streams;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.doorsopen.rsvp.seats.domain.Deadline;
import org.doorsopen.rsvp.seats.domain.Decision;
import org.doorsopen.rsvp.seats.domain.Outcome;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.ReleaseCause;
import org.doorsopen.rsvp.seats.domain.RsvpState;
import org.doorsopen.rsvp.seats.domain.SeatCommand.Grant;
import org.doorsopen.schemas.events.ChangeDeclineReason;
import org.doorsopen.schemas.events.ConfirmationAwaited;
import org.doorsopen.schemas.events.ConfirmationNoted;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.GrantDeclineReason;
import org.doorsopen.schemas.events.GrantReason;
import org.doorsopen.schemas.events.PartyChangeDeclined;
import org.doorsopen.schemas.events.PartyChanged;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatGrantDeclined;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;
import org.jspecify.annotations.Nullable;

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
              decision.waitlistedParties(),
              null,
              null,
              null,
              0);
      case Outcome.Granted(Grant grant, boolean waited, int reserved) ->
          new SeatConfirmed(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              waited,
              null,
              decision.scheduleVersion(),
              decision.decidedAt(),
              decision.capacity(),
              decision.confirmedSeats(),
              decision.waitlistedParties(),
              grant.grantId(),
              GrantReason.valueOf(grant.cause().name()),
              grant.organizer(),
              reserved);
      case Outcome.NotGranted(Grant grant, var refusal, boolean added) ->
          new SeatGrantDeclined(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              grant.grantId(),
              GrantDeclineReason.valueOf(refusal.name()),
              added,
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
              reason(cause),
              decision.scheduleVersion(),
              decision.decidedAt(),
              decision.capacity(),
              decision.confirmedSeats(),
              decision.waitlistedParties(),
              cause == ReleaseCause.EXPLAINED);
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
      case Outcome.Changed changed -> changed(meetupId, decision, changed);
      case Outcome.Unchanged(String changeId, int wantedSeats, var refusal) ->
          new PartyChangeDeclined(
              party.rsvpId(),
              meetupId,
              party.attendeeId(),
              party.seats(),
              changeId,
              wantedSeats,
              ChangeDeclineReason.valueOf(refusal.name()),
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

  private static ReleaseReason reason(ReleaseCause cause) {
    return switch (cause) {
      case ATTENDEE -> ReleaseReason.ATTENDEE;
      case ORGANIZER, EXPLAINED -> ReleaseReason.ORGANIZER;
      case ERASURE -> ReleaseReason.ERASURE;
      case UNCONFIRMED -> ReleaseReason.UNCONFIRMED;
    };
  }

  private static PartyChanged changed(String meetupId, Decision decision, Outcome.Changed changed) {
    Party party = decision.party();
    return new PartyChanged(
        party.rsvpId(),
        meetupId,
        party.attendeeId(),
        party.seats(),
        changed.changeId(),
        changed.formerSeats(),
        changed.state() instanceof RsvpState.Waiting waiting ? waiting.number() : null,
        changed.movesUp(),
        changed.told(),
        confirmUntil(changed.state()),
        decision.scheduleVersion(),
        decision.decidedAt(),
        decision.capacity(),
        decision.confirmedSeats(),
        decision.waitlistedParties(),
        changed.state() instanceof RsvpState.Confirmed confirmed ? confirmed.reserved() : 0);
  }

  private static @Nullable Instant confirmUntil(RsvpState state) {
    return state
                instanceof
                RsvpState.Confirmed(Party _, boolean _, @Nullable Deadline deadline, int _)
            && deadline != null
        ? deadline.until()
        : null;
  }
}
