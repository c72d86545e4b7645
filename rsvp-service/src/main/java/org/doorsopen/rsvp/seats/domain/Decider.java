package org.doorsopen.rsvp.seats.domain;

import java.util.List;

/**
 * The seat rules as a function. In production it is always {@link SeatAllocation#decide}; the
 * interface exists so that tests can run the topology with deciders that break a rule, and prove
 * that the comparison with the reference model notices.
 */
@FunctionalInterface
public interface Decider {

  /**
   * Decides a command, and keeps what follows from it in the view.
   *
   * @param max how many decisions are wanted; the rest is left as {@link Figures#unfinished}
   */
  List<Decision> decide(MeetupSeats seats, SeatCommand command, int max);
}
