package org.doorsopen.rsvp.seats.reading;

import java.time.Instant;

/** Tells whether a request for an unknown meetup is for one that was never published. */
@FunctionalInterface
public interface SchedulesRead {

  /**
   * Whether seat allocation has certainly read every schedule of the partition that was there at
   * the instant. Answers at once; false also where that is not known yet.
   *
   * @param since by this instance's clock
   */
  boolean upTo(int partition, Instant since);
}
