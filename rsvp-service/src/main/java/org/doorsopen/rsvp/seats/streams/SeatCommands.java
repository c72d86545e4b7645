package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doorsopen.rsvp.seats.domain.ReleaseCause;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.Grant;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.schemas.events.AddressConfirmed;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.PartyChangeRequested;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.SeatGrantRequested;
import org.jspecify.annotations.Nullable;

/** Translates events of {@code rsvps} and {@code schedules} to commands. */
final class SeatCommands {

  private SeatCommands() {}

  /**
   * Empty for events that do not concern seats, also those of later releases.
   *
   * @param latest the latest instant that an event can be of: one that says it is of a later one
   *     was written under a clock that was ahead, and counts as of this one
   * @throws IllegalStateException if a schedule has a status of a later release
   */
  static Optional<SeatCommand> from(@Nullable Object event, Instant latest) {
    return Optional.ofNullable(
        switch (event) {
          case RsvpRequested e ->
              new SeatCommand.RequestSeats(
                  e.getRsvpId(),
                  e.getAttendeeId(),
                  Math.max(0, e.getGuests()),
                  earlier(e.getRequestedAt(), latest));
          case RsvpCancelled e ->
              new SeatCommand.CancelRsvp(
                  e.getRsvpId(), cause(e), earlier(e.getCancelledAt(), latest));
          case AddressConfirmed e ->
              new SeatCommand.ConfirmAddress(e.getRsvpId(), earlier(e.getConfirmedAt(), latest));
          case PartyChangeRequested e ->
              new SeatCommand.ChangeParty(
                  e.getRsvpId(),
                  e.getChangeId(),
                  Math.max(0, e.getGuests()),
                  earlier(e.getRequestedAt(), latest));
          case SeatGrantRequested e ->
              new SeatCommand.GrantSeats(
                  e.getRsvpId(),
                  e.getAttendeeId() == null
                      ? null
                      : new SeatCommand.GrantSeats.Added(
                          e.getAttendeeId(), Math.max(0, e.getGuests())),
                  e.getReserved(),
                  new Grant(e.getGrantId(), cause(e), e.getOrganizer()),
                  earlier(e.getRequestedAt(), latest));
          case ScheduleChanged e ->
              new SeatCommand.ReviseTerms(terms(e), earlier(e.getPublishedAt(), latest));
          case null, default -> null;
        });
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static ReleaseCause cause(RsvpCancelled event) {
    return switch (event.getCancelledBy()) {
      case ATTENDEE, UNKNOWN -> ReleaseCause.ATTENDEE;
      case ORGANIZER -> event.getExplained() ? ReleaseCause.EXPLAINED : ReleaseCause.ORGANIZER;
      case ERASURE -> ReleaseCause.ERASURE;
    };
  }

  private static Grant.Cause cause(SeatGrantRequested event) {
    return switch (event.getReason()) {
      case UNKNOWN -> Grant.Cause.UNKNOWN;
      case SPEAKER -> Grant.Cause.SPEAKER;
      case HOST -> Grant.Cause.HOST;
      case SPONSOR -> Grant.Cause.SPONSOR;
      case HELPER -> Grant.Cause.HELPER;
      case OTHER -> Grant.Cause.OTHER;
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
        meetup.getEndsAt(),
        confirmWithin(meetup.getConfirmWithinSeconds()),
        Math.max(0, meetup.getReservedSeats()));
  }

  private static @Nullable Duration confirmWithin(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(Math.max(0, seconds));
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
