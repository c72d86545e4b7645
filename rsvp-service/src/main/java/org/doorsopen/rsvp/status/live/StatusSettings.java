package org.doorsopen.rsvp.status.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How RSVPs are followed live.
 *
 * @param mostLive clients that one instance serves at a time; each costs a socket and a thread
 * @param heartbeat after how much silence a comment is sent, so that proxies keep the connection
 *     and a client that is gone is noticed
 */
@ConfigurationProperties("doors.rsvp")
record StatusSettings(@DefaultValue("2000") int mostLive, @DefaultValue("15s") Duration heartbeat) {

  StatusSettings {
    if (mostLive < 0 || !heartbeat.isPositive()) {
      throw new IllegalArgumentException(
          "doors.rsvp.most-live must not be negative, and doors.rsvp.heartbeat must be positive");
    }
  }
}
