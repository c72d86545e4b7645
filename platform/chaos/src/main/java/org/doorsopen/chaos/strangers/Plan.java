package org.doorsopen.chaos.strangers;

import java.time.Duration;
import org.doorsopen.launcher.platform.Console;

/**
 * @param connections of attackers at a time, of all kinds but those that listen
 * @param listeners connections that follow one RSVP
 * @param rate RSVPs of people in a second
 * @param seed of their addresses
 */
public record Plan(Duration duration, int connections, int listeners, int rate, long seed) {

  String inWords() {
    return "%d RSVPs a second for %s s, beside %d connections of strangers and %d that follow one RSVP (seed %d)"
        .formatted(rate, Console.seconds(duration), connections, listeners, seed);
  }
}
