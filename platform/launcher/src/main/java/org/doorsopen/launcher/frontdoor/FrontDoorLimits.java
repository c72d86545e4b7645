package org.doorsopen.launcher.frontdoor;

import java.time.Duration;

/**
 * @param bodyBytes the longest body of a request that goes through; the services' own limits are
 *     lower, and say more
 * @param connections from clients, and to each process of a service
 * @param idle after so much silence a connection ends, to either side; live statuses send something
 *     more often
 * @param unused after so much time without a request a connection to a service ends; clearly
 *     shorter than server.tomcat.keep-alive-timeout of the services, so that no request meets a
 *     connection that its service is closing
 */
record FrontDoorLimits(long bodyBytes, int connections, Duration idle, Duration unused) {

  static final FrontDoorLimits USUAL =
      new FrontDoorLimits(1 << 20, 4_000, Duration.ofSeconds(60), Duration.ofSeconds(20));
}
