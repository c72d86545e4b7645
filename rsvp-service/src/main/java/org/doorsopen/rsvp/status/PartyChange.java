package org.doorsopen.rsvp.status;

import org.doorsopen.schemas.events.ChangeDeclineReason;
import org.doorsopen.web.database.StoredNames;
import org.jspecify.annotations.Nullable;

/**
 * A wish for another number of guests, and its answer.
 *
 * @param status REQUESTED if no answer was read yet
 * @param guests that were wished for; null while no answer was read
 * @param reason null unless DECLINED
 */
public record PartyChange(
    String changeId, Status status, @Nullable Integer guests, @Nullable Reason reason) {

  /** Where the wish stands. */
  public enum Status {
    REQUESTED,
    CHANGED,
    DECLINED
  }

  /** Why the party stays as it is. */
  public enum Reason {
    MEETUP_CANCELLED,
    RSVPS_NOT_OPEN,
    RSVPS_CLOSED,

    /** The party waits, and nobody on the waitlist moves up any more. */
    WAITLIST_CLOSED,
    TOO_MANY_GUESTS,
    ROOM_TOO_SMALL,

    /** There are not as many free seats, or somebody waits for them. */
    FULL,

    /** A reason that came later than this build. */
    UNKNOWN;

    /** Reads a column, which a later build may have written; null for null. */
    static @Nullable Reason named(@Nullable String name) {
      return name == null ? null : StoredNames.find(Reason.class, name).orElse(UNKNOWN);
    }

    static Reason of(ChangeDeclineReason reason) {
      return switch (reason) {
        case MEETUP_CANCELLED -> MEETUP_CANCELLED;
        case RSVPS_NOT_OPEN -> RSVPS_NOT_OPEN;
        case RSVPS_CLOSED -> RSVPS_CLOSED;
        case WAITLIST_CLOSED -> WAITLIST_CLOSED;
        case TOO_MANY_GUESTS -> TOO_MANY_GUESTS;
        case ROOM_TOO_SMALL -> ROOM_TOO_SMALL;
        case FULL -> FULL;
        case UNKNOWN -> UNKNOWN;
      };
    }
  }

  static PartyChange requested(String changeId) {
    return new PartyChange(changeId, Status.REQUESTED, null, null);
  }
}
