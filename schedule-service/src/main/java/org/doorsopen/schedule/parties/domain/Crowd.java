package org.doorsopen.schedule.parties.domain;

import java.util.List;

/**
 * Those who come and those who wait, at one moment.
 *
 * @param confirmed parties
 * @param confirmedSeats of these, without those that organizers keep and gave by hand (seat rule
 *     15)
 * @param waiting the seats that each waiting party asks for, by its ticket
 * @param unreached how many of both have mails that reach nobody
 */
public record Crowd(int confirmed, int confirmedSeats, List<Integer> waiting, int unreached) {

  public Crowd {
    waiting = List.copyOf(waiting);
  }

  public int parties() {
    return confirmed + waiting.size();
  }

  /**
   * How many parties move up when the room has so many seats that are not kept: served by ticket,
   * one that does not fit is passed over (seat rule 3). Seat allocation decides it, in the order of
   * the log; this is what it would decide if nothing came between.
   */
  public int movingUp(int capacity) {
    int free = capacity - confirmedSeats;
    int moving = 0;
    for (int seats : waiting) {
      if (seats <= free) {
        free -= seats;
        moving++;
      }
    }
    return moving;
  }

  /**
   * How many seats have to be given up before a single one is free again, of so many not kept; zero
   * while one is free (seat rule 4: nobody loses a seat).
   */
  public int seatsUntilOneIsFree(int capacity) {
    return Math.max(0, confirmedSeats - capacity + 1);
  }
}
