package org.doorsopen.launcher.frontdoor;

import java.time.Duration;

/**
 * @param bodyBytes the longest body of a request that goes through; the services' own limits are
 *     lower, and say more
 * @param connections from clients; fewer if the process may not open twice as many files
 * @param connectionsOfAddress of these, for one address (or /64 of IPv6): half of them, so that no
 *     address keeps the others out, and twice what the browsers of 500 people behind one open
 * @param connectionsToService to each process of one, fewer than it takes
 * @param idle after so much silence in an answer a connection ends, to either side; live statuses
 *     send something more often
 * @param silence after so much time without a whole request a connection from a client ends: its
 *     first one, or one that has begun
 * @param keepAlive after so much time between two requests a connection from a client ends; as long
 *     as the services keep one, and clearly longer than Java's client does (30 s), so that no
 *     request of such a client meets a connection that is being closed
 * @param unused after so much time without a request a connection to a service ends; clearly
 *     shorter than server.tomcat.keep-alive-timeout of the services, so that no request meets a
 *     connection that its service is closing
 */
record FrontDoorLimits(
    long bodyBytes,
    int connections,
    int connectionsOfAddress,
    int connectionsToService,
    Duration idle,
    Duration silence,
    Duration keepAlive,
    Duration unused) {

  static final FrontDoorLimits USUAL =
      new FrontDoorLimits(
          1 << 20,
          8_000,
          4_000,
          5_000,
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(40),
          Duration.ofSeconds(20));
}
