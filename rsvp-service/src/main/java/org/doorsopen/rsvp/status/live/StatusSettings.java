package org.doorsopen.rsvp.status.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How RSVPs are followed live.
 *
 * @param maxClients how many clients one instance serves at a time; each costs a socket and a
 *     thread
 * @param maxClientsOfRsvp how many of them follow the same RSVP; one more ends the oldest
 * @param maxClientsOfAddress how many of them come from one address, or from one network of IPv6;
 *     an evening's guests may sit behind one
 * @param maxLength after how long a connection is ended, so that none is forgotten
 * @param heartbeat after how much silence a comment is sent, so that proxies keep the connection
 *     and a client that is gone is noticed
 */
@ConfigurationProperties("doors.rsvp.live")
record StatusSettings(
    @DefaultValue("2000") int maxClients,
    @DefaultValue("5") int maxClientsOfRsvp,
    @DefaultValue("1000") int maxClientsOfAddress,
    @DefaultValue("30m") Duration maxLength,
    @DefaultValue("15s") Duration heartbeat) {

  StatusSettings {
    if (maxClients < 0) {
      throw new IllegalArgumentException(
          "doors.rsvp.live.max-clients must not be negative, and is " + maxClients);
    }
    if (maxClientsOfRsvp < 1 || maxClientsOfAddress < 1) {
      throw new IllegalArgumentException(
          "doors.rsvp.live.max-clients-of-rsvp and -of-address must be at least 1");
    }
    if (!maxLength.isPositive()) {
      throw new IllegalArgumentException(
          "doors.rsvp.live.max-length must be positive, such as 30m, and is " + maxLength);
    }
    if (!heartbeat.isPositive()) {
      throw new IllegalArgumentException(
          "doors.rsvp.live.heartbeat must be positive, such as 15s, and is " + heartbeat);
    }
  }
}
