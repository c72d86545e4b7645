package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long contacts are kept.
 *
 * @param afterMeetup after the meetup's end
 * @param undecided after they came, where no request followed
 */
@ConfigurationProperties("doors.rsvp.contacts-kept")
record ErasureSettings(
    @DefaultValue("30d") Duration afterMeetup, @DefaultValue("24h") Duration undecided) {

  ErasureSettings {
    if (afterMeetup.isNegative() || undecided.isNegative()) {
      throw new IllegalArgumentException("doors.rsvp.contacts-kept must not be negative");
    }
  }
}
