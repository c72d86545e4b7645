package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long contacts are kept, and when they are looked through.
 *
 * @param keptAfterMeetup how long contacts are kept after the meetup's end
 * @param keptDeclined how long contacts of declined RSVPs are kept; as long as their mail is tried
 * @param keptCancelled how long contacts of cancelled RSVPs are kept
 * @param keptUndecided how long contacts are kept that no request followed
 * @param sweepDelay how long after the start contacts are looked through for the first time
 * @param sweepInterval how long after a sweep the next one begins
 */
@ConfigurationProperties("doors.rsvp.contacts")
record ErasureSettings(
    @DefaultValue("30d") Duration keptAfterMeetup,
    @DefaultValue("48h") Duration keptDeclined,
    @DefaultValue("7d") Duration keptCancelled,
    @DefaultValue("24h") Duration keptUndecided,
    @DefaultValue("5m") Duration sweepDelay,
    @DefaultValue("1h") Duration sweepInterval) {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(365);

  /**
   * @throws IllegalArgumentException if a duration is out of bounds. Less than an hour would erase
   *     people who are still written to, more than a year would keep them for ever.
   */
  ErasureSettings {
    within("kept-after-meetup", keptAfterMeetup, DAY, YEAR);
    within("kept-declined", keptDeclined, HOUR, YEAR);
    within("kept-cancelled", keptCancelled, HOUR, YEAR);
    within("kept-undecided", keptUndecided, HOUR, Duration.ofDays(30));
    within("sweep-delay", sweepDelay, Duration.ZERO, DAY);
    within("sweep-interval", sweepInterval, Duration.ofMinutes(1), DAY);
  }

  private static void within(String name, Duration duration, Duration least, Duration most) {
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "doors.rsvp.contacts.%s must be from %s to %s, and is %s"
              .formatted(name, words(least), words(most), words(duration)));
    }
  }

  /** In the form in which it is set. */
  private static String words(Duration duration) {
    if (!duration.isZero() && duration.toSeconds() % DAY.toSeconds() == 0) {
      return duration.toDays() + "d";
    }
    return duration.toSeconds() % HOUR.toSeconds() == 0
        ? duration.toHours() + "h"
        : duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
