package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long contacts are kept, and when they are looked through.
 *
 * @param keptAfterMeetup how long contacts are kept after the meetup's end
 * @param keptUndecided how long contacts are kept that no request followed
 * @param sweepDelay how long after the start contacts are looked through for the first time
 * @param sweepInterval how long after a sweep the next one begins
 */
@ConfigurationProperties("doors.rsvp.contacts")
record ErasureSettings(
    @DefaultValue("30d") Duration keptAfterMeetup,
    @DefaultValue("24h") Duration keptUndecided,
    @DefaultValue("5m") Duration sweepDelay,
    @DefaultValue("1h") Duration sweepInterval) {

  ErasureSettings {
    notNegative("kept-after-meetup", keptAfterMeetup);
    notNegative("kept-undecided", keptUndecided);
    notNegative("sweep-delay", sweepDelay);
    if (!sweepInterval.isPositive()) {
      throw new IllegalArgumentException(
          "doors.rsvp.contacts.sweep-interval must be positive, such as 1h, and is "
              + sweepInterval);
    }
  }

  private static void notNegative(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "doors.rsvp.contacts.%s must not be negative, and is %s".formatted(name, duration));
    }
  }
}
