package org.doorsopen.rsvp.seats.domain;

import org.jspecify.annotations.Nullable;

/** The state of an RSVP that was decided. */
public sealed interface RsvpState {

  Party party();

  /**
   * @param proved whether its address is confirmed
   * @param deadline until when that is awaited; null if it is not
   */
  record Confirmed(Party party, boolean proved, @Nullable Deadline deadline) implements RsvpState {}

  /**
   * @param number the party's ticket
   * @param proved whether its address is confirmed
   */
  record Waiting(Party party, long number, boolean proved) implements RsvpState {}

  /** Declined or released. It stays known, so that a repeated request changes nothing. */
  record Ended(Party party) implements RsvpState {}
}
