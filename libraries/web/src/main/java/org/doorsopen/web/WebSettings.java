package org.doorsopen.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of this service clients can take up at a time. The defaults fit the heap together:
 * docs/security.md has the sum.
 *
 * @param bodyLimit the largest body of a request that is read, where its route says nothing else
 * @param connections that are open at a time; fewer if the process may not open so many files
 * @param requests that are answered at a time; one more is a 503
 * @param slowBodies that are waited for at a time; one more ends the one that has waited longest
 * @param silence after which a connection ends in the middle of a request, and the time for the
 *     whole header
 */
@ConfigurationProperties("doors.web")
record WebSettings(
    @DefaultValue("16KB") DataSize bodyLimit,
    @DefaultValue("6000") int connections,
    @DefaultValue("400") int requests,
    @DefaultValue("200") int slowBodies,
    @DefaultValue("10s") Duration silence) {

  WebSettings {
    if (bodyLimit.toBytes() < 1) {
      throw new IllegalArgumentException("doors.web.body-limit must be at least 1B, such as 16KB");
    }
    atLeastOne("connections", connections);
    atLeastOne("requests", requests);
    atLeastOne("slow-bodies", slowBodies);
    if (silence.toMillis() < 1) {
      throw new IllegalArgumentException("doors.web.silence must be positive, such as 10s");
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "doors.web.%s must be at least 1, and is %d".formatted(name, value));
    }
  }
}
