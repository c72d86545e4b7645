package org.doorsopen.rsvp.seats.domain;

import org.jspecify.annotations.Nullable;

/** The state of an RSVP that was decided. */
public sealed interface RsvpState {

  Party party();

  /**
   * @param proved whether its address is confirmed
   * @param deadline until when that is awaited; null if it is not
   * @param reserved how many of its seats are of those that are kept (rule 15)
   */
  record Confirmed(Party party, boolean proved, @Nullable Deadline deadline, int reserved)
      implements RsvpState {}

  /**
   * @param number the party's ticket
   * @param proved whether its address is confirmed
   */
  record Waiting(Party party, long number, boolean proved) implements RsvpState {}

  /**
   * Declined or released. It stays known, so that a repeated request changes nothing.
   *
   * @param declined whether it never held anything, so that an organizer may still give it seats
   *     (rule 16)
   */
  record Ended(Party party, boolean declined) implements RsvpState {}
}
