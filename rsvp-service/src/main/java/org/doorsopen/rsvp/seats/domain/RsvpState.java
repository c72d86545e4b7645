package org.doorsopen.rsvp.seats.domain;

/** Where an RSVP stands. */
public sealed interface RsvpState {

  Party party();

  record Confirmed(Party party) implements RsvpState {}

  /**
   * @param number the party's ticket
   */
  record Waiting(Party party, long number) implements RsvpState {}

  /** Declined or released; it stays known so that the same request again changes nothing. */
  record Ended(Party party) implements RsvpState {}
}
