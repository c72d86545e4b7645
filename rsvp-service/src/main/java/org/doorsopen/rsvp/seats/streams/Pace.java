package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;

/**
 * How large goes are, and how long requests wait.
 *
 * @param batch how many decisions a record may lead to before other meetups get their turn
 * @param grace how long a request for an unknown meetup waits for its schedule
 */
record Pace(int batch, Duration grace) {

  Pace {
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, not " + batch);
    }
  }
}
