package org.doorsopen.rsvp.status;

import org.doorsopen.web.database.StoredNames;
import org.jspecify.annotations.Nullable;

/** Why an RSVP is cancelled or declined, or is no longer moved up from the waitlist. */
public enum Reason {

  // Of CANCELLED: the part that gave the RSVP up.
  ATTENDEE,
  ORGANIZER,
  ERASURE,

  /** The address was not confirmed in time. */
  UNCONFIRMED,

  /**
   * Of CANCELLED, the meetup does not take place, whatever had been decided before; no event says
   * so for each RSVP. Of DECLINED, it had been cancelled before the request.
   */
  MEETUP_CANCELLED,

  /** Of WAITLISTED: promotions have ended. */
  WAITLIST_CLOSED,

  // Of DECLINED.
  UNKNOWN_MEETUP,
  ALREADY_REGISTERED,
  RSVPS_NOT_OPEN,
  RSVPS_CLOSED,
  TOO_MANY_GUESTS,
  FULL,
  ROOM_TOO_SMALL,

  // Of seats that could not be given by hand.
  ALREADY_SEATED,
  RSVP_ENDED,

  /** A reason that came later than this build. */
  UNKNOWN;

  /**
   * Reads a column, which a later build may have written.
   *
   * @return {@link #UNKNOWN} for a name that this build does not know, and null for null
   */
  static @Nullable Reason named(@Nullable String name) {
    return name == null ? null : StoredNames.find(Reason.class, name).orElse(UNKNOWN);
  }
}
