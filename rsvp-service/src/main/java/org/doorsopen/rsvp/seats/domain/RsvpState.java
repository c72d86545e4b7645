package org.doorsopen.rsvp.seats.domain;

/** The state of an RSVP that was decided. */
public sealed interface RsvpState {

  Party party();

  record Confirmed(Party party) implements RsvpState {}

  /**
   * @param number the party's ticket
   */
  record Waiting(Party party, long number) implements RsvpState {}

  /** Declined or released. It stays known, so that a repeated request changes nothing. */
  record Ended(Party party) implements RsvpState {}
}
