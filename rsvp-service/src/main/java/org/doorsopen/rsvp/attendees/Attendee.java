package org.doorsopen.rsvp.attendees;

import org.doorsopen.rsvp.status.RsvpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What organizers see of an RSVP.
 *
 * @param name null where it is erased
 * @param email null where it is erased
 */
public record Attendee(
    String rsvpId,
    @Nullable String name,
    @Nullable String email,
    RsvpStatus.State status,
    @Nullable Integer seats,
    @Nullable Long waitlistPosition,
    @Nullable String reason) {

  static Attendee of(RsvpStatus it, @Nullable String email) {
    return new Attendee(
        it.rsvpId(), it.name(), email, it.status(), it.seats(), it.waitlistPosition(), it.reason());
  }
}
