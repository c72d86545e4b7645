package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;

/**
 * How much is decided at once, and how long is waited.
 *
 * @param batch decisions that one record may lead to before other meetups have their turn
 * @param grace how long a request for an unknown meetup waits for its schedule
 */
record Pace(int batch, Duration grace) {

  Pace {
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, not " + batch);
    }
  }
}
