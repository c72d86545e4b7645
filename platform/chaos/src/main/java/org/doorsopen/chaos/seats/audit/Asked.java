package org.doorsopen.chaos.seats.audit;

import java.util.Optional;
import org.doorsopen.schemas.events.PartyChangeRequested;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.SeatGrantRequested;
import org.jspecify.annotations.Nullable;

/** An event of {@code rsvps}, as far as the audit looks at it. */
sealed interface Asked {

  String rsvpId();

  record Requested(String rsvpId, int seats) implements Asked {}

  record Cancelled(String rsvpId) implements Asked {}

  record ChangeRequested(String rsvpId, String changeId, int seats) implements Asked {}

  /**
   * Seats by hand.
   *
   * @param added the seats of a person who is added by it; 0 where an RSVP is meant
   */
  record GrantRequested(String rsvpId, String grantId, int added) implements Asked {}

  /** Empty for types that seat allocation does not know either. */
  static Optional<Asked> in(@Nullable Object event) {
    return Optional.ofNullable(
        switch (event) {
          case RsvpRequested requested ->
              new Requested(requested.getRsvpId(), 1 + requested.getGuests());
          case PartyChangeRequested change ->
              new ChangeRequested(change.getRsvpId(), change.getChangeId(), 1 + change.getGuests());
          case SeatGrantRequested grant ->
              new GrantRequested(
                  grant.getRsvpId(),
                  grant.getGrantId(),
                  grant.getAttendeeId() == null ? 0 : 1 + grant.getGuests());
          case RsvpCancelled cancelled -> new Cancelled(cancelled.getRsvpId());
          case null, default -> null;
        });
  }
}
