package org.doorsopen.rsvp.seats.domain;

import java.util.List;

/** The rules as a function; {@link SeatAllocation#decide} is the one that holds them. */
@FunctionalInterface
public interface Decider {

  /**
   * Decides and notes in the view what follows from it.
   *
   * @param most decisions that are wanted; the rest is left as {@link Figures#unfinished}
   */
  List<Decision> decide(MeetupSeats seats, SeatCommand command, int most);
}
