package org.doorsopen.rsvp.status.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How RSVPs are followed live.
 *
 * @param maxClients how many clients one instance serves at a time; each costs a socket and a
 *     thread
 * @param heartbeat after how much silence a comment is sent, so that proxies keep the connection
 *     and a client that is gone is noticed
 */
@ConfigurationProperties("doors.rsvp.live")
record StatusSettings(
    @DefaultValue("2000") int maxClients, @DefaultValue("15s") Duration heartbeat) {

  StatusSettings {
    if (maxClients < 0) {
      throw new IllegalArgumentException(
          "doors.rsvp.live.max-clients must not be negative, and is " + maxClients);
    }
    if (!heartbeat.isPositive()) {
      throw new IllegalArgumentException(
          "doors.rsvp.live.heartbeat must be positive, such as 15s, and is " + heartbeat);
    }
  }
}
