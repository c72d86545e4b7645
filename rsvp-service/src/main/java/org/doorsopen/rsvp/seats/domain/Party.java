package org.doorsopen.rsvp.seats.domain;

/**
 * An attendee with guests: they all get seats, or none of them does.
 *
 * @param seats for the attendee and all guests
 */
public record Party(String rsvpId, String attendeeId, int seats) {

  public Party {
    if (seats < 1) {
      throw new IllegalArgumentException("A party needs at least one seat, not " + seats);
    }
  }

  /** The same attendee with another number of guests. */
  Party ofSeats(int changed) {
    return new Party(rsvpId, attendeeId, changed);
  }
}
