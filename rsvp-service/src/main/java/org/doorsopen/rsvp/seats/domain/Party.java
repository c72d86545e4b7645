package org.doorsopen.rsvp.seats.domain;

/**
 * An attendee and the guests, who come together or not at all.
 *
 * @param seats of the attendee and all guests
 */
public record Party(String rsvpId, String attendeeId, int seats) {

  public Party {
    if (seats < 1) {
      throw new IllegalArgumentException("A party has at least one seat, not " + seats);
    }
  }
}
