package org.doorsopen.rsvp.status;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic seats, as the tables keep it. Each decision says all there is to know of
 * its RSVP, so a later one replaces an earlier one.
 *
 * @param waitlistNumber gives the order of the waitlist; its numbers have gaps
 * @param confirmedSeats of the meetup, just after this decision
 * @param waitlistedParties of the meetup, just after this decision
 */
record DecisionRow(
    String rsvpId,
    String meetupId,
    String attendeeId,
    int seats,
    RsvpStatus.State state,
    @Nullable Reason reason,
    @Nullable Long waitlistNumber,
    Instant decidedAt,
    int confirmedSeats,
    int waitlistedParties,
    long offset) {

  /** Empty for an event that is no decision, or a decision of a kind that came later. */
  static Optional<DecisionRow> in(ConsumerRecord<String, Object> seat) {
    return Optional.ofNullable(read(seat.value(), seat.offset()));
  }

  private static @Nullable DecisionRow read(@Nullable Object value, long offset) {
    return switch (value) {
      case SeatConfirmed event ->
          new DecisionRow(
              event.getRsvpId(),
              event.getMeetupId(),
              event.getAttendeeId(),
              event.getSeats(),
              RsvpStatus.State.CONFIRMED,
              null,
              null,
              event.getDecidedAt(),
              event.getConfirmedSeats(),
              event.getWaitlistedParties(),
              offset);
      case SeatWaitlisted event ->
          new DecisionRow(
              event.getRsvpId(),
              event.getMeetupId(),
              event.getAttendeeId(),
              event.getSeats(),
              RsvpStatus.State.WAITLISTED,
              null,
              event.getWaitlistNumber(),
              event.getDecidedAt(),
              event.getConfirmedSeats(),
              event.getWaitlistedParties(),
              offset);
      case WaitlistClosed event ->
          new DecisionRow(
              event.getRsvpId(),
              event.getMeetupId(),
              event.getAttendeeId(),
              event.getSeats(),
              RsvpStatus.State.WAITLISTED,
              Reason.WAITLIST_CLOSED,
              event.getWaitlistNumber(),
              event.getDecidedAt(),
              event.getConfirmedSeats(),
              event.getWaitlistedParties(),
              offset);
      case SeatReleased event ->
          new DecisionRow(
              event.getRsvpId(),
              event.getMeetupId(),
              event.getAttendeeId(),
              event.getSeats(),
              RsvpStatus.State.CANCELLED,
              reason(event.getReason()),
              null,
              event.getDecidedAt(),
              event.getConfirmedSeats(),
              event.getWaitlistedParties(),
              offset);
      case RsvpDeclined event ->
          new DecisionRow(
              event.getRsvpId(),
              event.getMeetupId(),
              event.getAttendeeId(),
              event.getSeats(),
              RsvpStatus.State.DECLINED,
              reason(event.getReason()),
              null,
              event.getDecidedAt(),
              event.getConfirmedSeats(),
              event.getWaitlistedParties(),
              offset);
      case null, default -> null;
    };
  }

  private static Reason reason(ReleaseReason reason) {
    return switch (reason) {
      case ATTENDEE -> Reason.ATTENDEE;
      case ORGANIZER -> Reason.ORGANIZER;
      case ERASURE -> Reason.ERASURE;
      case UNKNOWN -> Reason.UNKNOWN;
    };
  }

  private static Reason reason(DeclineReason reason) {
    return switch (reason) {
      case UNKNOWN_MEETUP -> Reason.UNKNOWN_MEETUP;
      case MEETUP_CANCELLED -> Reason.MEETUP_CANCELLED;
      case ALREADY_REGISTERED -> Reason.ALREADY_REGISTERED;
      case RSVPS_NOT_OPEN -> Reason.RSVPS_NOT_OPEN;
      case RSVPS_CLOSED -> Reason.RSVPS_CLOSED;
      case TOO_MANY_GUESTS -> Reason.TOO_MANY_GUESTS;
      case FULL -> Reason.FULL;
      case UNKNOWN -> Reason.UNKNOWN;
    };
  }
}
