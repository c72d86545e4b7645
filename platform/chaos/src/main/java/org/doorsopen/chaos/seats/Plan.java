package org.doorsopen.chaos.seats;

import java.time.Duration;

/**
 * @param duration of the load, at least; it goes on until all kills are done
 * @param kills of a process of rsvp-service
 * @param brokerKills of Kafka
 * @param rate requests in a second, of all kinds and to all meetups
 * @param seed of the requests and of the moments of the kills; their effects are up to the machine
 */
public record Plan(
    Duration duration, int kills, int brokerKills, int meetups, int rate, long seed) {

  String inWords() {
    return "Chaos on the seats of %d meetups for %d s: %d requests a second, %d kills of rsvp-service, %d of Kafka; --seed %d"
        .formatted(meetups, duration.toSeconds(), rate, kills, brokerKills, seed);
  }
}
