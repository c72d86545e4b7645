package org.doorsopen.rsvp.status;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;
import org.jspecify.annotations.Nullable;

/**
 * What a record on the topic seats says about one RSVP: all there is to know of it, so that a later
 * decision replaces an earlier one.
 *
 * @param confirmedSeats of the meetup, just after this decision
 * @param waitlistedParties of the meetup, just after this decision
 */
record DecisionRow(
    String rsvpId,
    String meetupId,
    String attendeeId,
    int seats,
    RsvpStatus.State state,
    @Nullable String reason,
    @Nullable Long waitlistNumber,
    Instant decidedAt,
    int confirmedSeats,
    int waitlistedParties,
    long offset) {

  /** Empty for what is no decision, or one of a kind that came later than this build. */
  static Optional<DecisionRow> in(ConsumerRecord<String, Object> seat) {
    return Optional.ofNullable(read(seat.value(), seat.offset()));
  }

  private static @Nullable DecisionRow read(@Nullable Object event, long offset) {
    return switch (event) {
      case SeatConfirmed it ->
          new DecisionRow(
              it.getRsvpId(),
              it.getMeetupId(),
              it.getAttendeeId(),
              it.getSeats(),
              RsvpStatus.State.CONFIRMED,
              null,
              null,
              it.getDecidedAt(),
              it.getConfirmedSeats(),
              it.getWaitlistedParties(),
              offset);
      case SeatWaitlisted it ->
          new DecisionRow(
              it.getRsvpId(),
              it.getMeetupId(),
              it.getAttendeeId(),
              it.getSeats(),
              RsvpStatus.State.WAITLISTED,
              null,
              it.getWaitlistNumber(),
              it.getDecidedAt(),
              it.getConfirmedSeats(),
              it.getWaitlistedParties(),
              offset);
      case WaitlistClosed it ->
          new DecisionRow(
              it.getRsvpId(),
              it.getMeetupId(),
              it.getAttendeeId(),
              it.getSeats(),
              RsvpStatus.State.WAITLISTED,
              Reasons.WAITLIST_CLOSED,
              it.getWaitlistNumber(),
              it.getDecidedAt(),
              it.getConfirmedSeats(),
              it.getWaitlistedParties(),
              offset);
      case SeatReleased it ->
          new DecisionRow(
              it.getRsvpId(),
              it.getMeetupId(),
              it.getAttendeeId(),
              it.getSeats(),
              RsvpStatus.State.CANCELLED,
              it.getReason().name(),
              null,
              it.getDecidedAt(),
              it.getConfirmedSeats(),
              it.getWaitlistedParties(),
              offset);
      case RsvpDeclined it ->
          new DecisionRow(
              it.getRsvpId(),
              it.getMeetupId(),
              it.getAttendeeId(),
              it.getSeats(),
              RsvpStatus.State.DECLINED,
              it.getReason().name(),
              null,
              it.getDecidedAt(),
              it.getConfirmedSeats(),
              it.getWaitlistedParties(),
              offset);
      case null, default -> null;
    };
  }
}
