package org.doorsopen.rsvp.seats.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when a party that has seats is to confirm its address (rule 13).
 *
 * @param remindAt when it is reminded
 * @param until when it loses its seats
 */
public record Deadline(Instant remindAt, Instant until) {

  static Deadline in(Duration time, Instant from) {
    return new Deadline(from.plus(time.dividedBy(2)), from.plus(time));
  }
}
