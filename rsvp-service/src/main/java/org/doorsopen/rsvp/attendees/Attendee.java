package org.doorsopen.rsvp.attendees;

import java.time.Instant;
import org.doorsopen.rsvp.contacts.Contacts.Agreement;
import org.doorsopen.rsvp.deliveries.Undelivered;
import org.doorsopen.rsvp.status.Happening.Kind;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpHistory;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.jspecify.annotations.Nullable;

/**
 * An RSVP as organizers see it.
 *
 * @param name null if the contact was erased or is not read yet
 * @param email null if the contact was erased or is not read yet
 * @param seats of the whole party
 * @param waitlistPosition 1 is next; null unless WAITLISTED
 * @param agreement the code of conduct that was agreed to; null where nobody asked
 * @param undelivered null while mails to it are not known to reach nobody
 * @param cancelledBy the name of the organizer who cancelled it; null unless one did
 * @param decision the latest one that changed where it stands; null where that was not kept
 * @param decidedAt the instant that it was made for
 * @param grantedBy the name of the organizer who gave the seats by hand; null unless one did
 */
public record Attendee(
    String rsvpId,
    @Nullable String name,
    @Nullable String email,
    RsvpStatus.State status,
    @Nullable Integer seats,
    @Nullable Long waitlistPosition,
    @Nullable Reason reason,
    @Nullable Agreement agreement,
    @Nullable Undelivered undelivered,
    @Nullable String cancelledBy,
    @Nullable Kind decision,
    @Nullable Instant decidedAt,
    @Nullable String grantedBy) {

  /** Of which nothing was read yet. */
  public static Attendee beingAdded(String rsvpId) {
    return new Attendee(
        rsvpId,
        null,
        null,
        RsvpStatus.State.REQUESTED,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static Attendee of(
      RsvpStatus rsvp,
      @Nullable String email,
      @Nullable Agreement agreement,
      @Nullable Undelivered undelivered,
      @Nullable String cancelledBy,
      RsvpHistory.@Nullable Latest latest) {
    return new Attendee(
        rsvp.rsvpId(),
        rsvp.name(),
        email,
        rsvp.status(),
        rsvp.seats(),
        rsvp.waitlistPosition(),
        rsvp.reason(),
        agreement,
        undelivered,
        cancelledBy,
        latest == null ? null : latest.kind(),
        latest == null ? null : latest.decidedAt(),
        latest == null ? null : latest.organizer());
  }
}
