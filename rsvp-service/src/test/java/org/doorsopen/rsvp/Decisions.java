package org.doorsopen.rsvp;

import org.doorsopen.fixtures.DecisionFixtures;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.PartyChanged;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;

/** Decisions about parties of two at a meetup with eight seats. */
public record Decisions(String meetupId) {

  private static final int PARTY = 2;

  public SeatConfirmed confirmed(String rsvpId, int confirmedSeats) {
    return DecisionFixtures.confirmed(rsvpId, meetupId)
        .setSeats(PARTY)
        .setConfirmedSeats(confirmedSeats)
        .build();
  }

  public SeatConfirmed promoted(String rsvpId, int confirmedSeats) {
    return DecisionFixtures.confirmed(rsvpId, meetupId)
        .setSeats(PARTY)
        .setPromoted(true)
        .setConfirmedSeats(confirmedSeats)
        .build();
  }

  /** It waited. */
  public SeatReleased leavesTheWaitlist(String rsvpId) {
    return DecisionFixtures.released(rsvpId, meetupId, ReleaseReason.ATTENDEE)
        .setSeats(PARTY)
        .setWasConfirmed(false)
        .setConfirmedSeats(8)
        .build();
  }

  public SeatWaitlisted waitlisted(String rsvpId, long number, int waiting) {
    return DecisionFixtures.waitlisted(rsvpId, meetupId)
        .setSeats(PARTY)
        .setWaitlistNumber(number)
        .setWaitlistedParties(waiting)
        .build();
  }

  public WaitlistClosed closed(String rsvpId, long number) {
    return DecisionFixtures.closed(rsvpId, meetupId)
        .setSeats(PARTY)
        .setWaitlistNumber(number)
        .build();
  }

  /** From one seat. */
  public PartyChanged changed(String rsvpId, String changeId) {
    return DecisionFixtures.changed(rsvpId, meetupId, changeId).setSeats(PARTY).build();
  }

  public SeatReleased released(String rsvpId, ReleaseReason reason) {
    return DecisionFixtures.released(rsvpId, meetupId, reason)
        .setSeats(PARTY)
        .setConfirmedSeats(6)
        .build();
  }

  public RsvpDeclined declined(String rsvpId, DeclineReason reason) {
    return DecisionFixtures.declined(rsvpId, meetupId, reason).setSeats(PARTY).build();
  }
}
