package org.doorsopen.rsvp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;

/** Decisions about parties of two, as seat allocation would write them. */
public record Decisions(String meetupId) {

  public SeatConfirmed confirmed(String rsvpId, int confirmedSeats) {
    return new SeatConfirmed(
        rsvpId, meetupId, "attendee", 2, false, 1, now(), 8, confirmedSeats, 0);
  }

  public SeatWaitlisted waitlisted(String rsvpId, long number, int waiting) {
    return new SeatWaitlisted(rsvpId, meetupId, "attendee", 2, number, 1, now(), 8, 8, waiting);
  }

  public WaitlistClosed closed(String rsvpId, long number) {
    return new WaitlistClosed(rsvpId, meetupId, "attendee", 2, number, 1, now(), 8, 8, 1);
  }

  public SeatReleased released(String rsvpId, ReleaseReason reason) {
    return new SeatReleased(rsvpId, meetupId, "attendee", 2, true, reason, 1, now(), 8, 6, 0);
  }

  public RsvpDeclined declined(String rsvpId, DeclineReason reason) {
    return RsvpDeclined.newBuilder()
        .setRsvpId(rsvpId)
        .setMeetupId(meetupId)
        .setAttendeeId("attendee")
        .setSeats(2)
        .setReason(reason)
        .setScheduleVersion(1)
        .setDecidedAt(now())
        .setCapacity(8)
        .setConfirmedSeats(8)
        .setWaitlistedParties(0)
        .build();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
