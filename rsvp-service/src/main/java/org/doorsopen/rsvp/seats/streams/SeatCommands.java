package org.doorsopen.rsvp.seats.streams;

import java.util.Optional;
import org.doorsopen.rsvp.seats.domain.ReleaseCause;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;

/** Translates events of {@code rsvps} and {@code schedules} to commands. */
final class SeatCommands {

  private SeatCommands() {}

  /**
   * Empty for events that do not concern seats, also those of later releases.
   *
   * @throws IllegalStateException if a schedule has a status of a later release
   */
  static Optional<SeatCommand> from(@Nullable Object event) {
    return Optional.ofNullable(
        switch (event) {
          case RsvpRequested e ->
              new SeatCommand.RequestSeats(
                  e.getRsvpId(), e.getAttendeeId(), Math.max(0, e.getGuests()), e.getRequestedAt());
          case RsvpCancelled e ->
              new SeatCommand.CancelRsvp(e.getRsvpId(), cause(e), e.getCancelledAt());
          case ScheduleChanged e -> new SeatCommand.ReviseTerms(terms(e), e.getPublishedAt());
          case null, default -> null;
        });
  }

  private static ReleaseCause cause(RsvpCancelled event) {
    return switch (event.getCancelledBy()) {
      case ATTENDEE, UNKNOWN -> ReleaseCause.ATTENDEE;
      case ORGANIZER -> ReleaseCause.ORGANIZER;
      case ERASURE -> ReleaseCause.ERASURE;
    };
  }

  private static Terms terms(ScheduleChanged event) {
    Meetup meetup = event.getMeetup();
    return new Terms(
        event.getVersion(),
        cancelled(event),
        meetup.getCapacity(),
        meetup.getMaxGuests(),
        meetup.getWaitlistCapacity(),
        meetup.getRsvpOpensAt(),
        meetup.getRsvpClosesAt(),
        meetup.getPromotionsEndAt(),
        meetup.getEndsAt());
  }

  private static boolean cancelled(ScheduleChanged event) {
    return switch (event.getStatus()) {
      case PUBLISHED -> false;
      case CANCELLED -> true;
      case UNKNOWN ->
          throw new IllegalStateException(
              "Meetup " + event.getMeetupId() + " has a status of a later release");
    };
  }
}
