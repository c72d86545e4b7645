package org.doorsopen.rsvp.rates;

import org.doorsopen.web.rates.Rate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often people may ask for seats, and try tokens, at one process of the service. A network is
 * an address of IPv4, or the first 64 bits of one of IPv6. 0 is no limit.
 *
 * @param requestsPerHour RSVPs that one network asks for, at once or in an hour, and twice as many
 *     in a day; a company of 500 people has one network, and each of them may ask twice
 * @param requestsPerAddress RSVPs an hour for one e-mail address from one network, and three times
 *     as many from all networks
 * @param wrongTokens an hour from one network
 */
@ConfigurationProperties("doors.rsvp.rates")
record RateSettings(
    @DefaultValue("1000") int requestsPerHour,
    @DefaultValue("20") int requestsPerAddress,
    @DefaultValue("200") int wrongTokens) {

  RateSettings {
    if (requestsPerHour < 0 || requestsPerAddress < 0 || wrongTokens < 0) {
      throw new IllegalArgumentException("doors.rsvp.rates must not be negative; 0 is no limit");
    }
  }

  Rate requests() {
    return new Rate(requestsPerHour, 2L * requestsPerHour);
  }

  /** As many in every hour of the day. */
  static Rate hourly(int perHour) {
    return new Rate(perHour, 24L * perHour);
  }
}
