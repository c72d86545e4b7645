package org.doorsopen.rsvp.rates;

import org.doorsopen.web.rates.RateLimit;
import org.doorsopen.web.rates.RateLimit.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits of one network at the public routes. */
@Configuration(proxyBeanMethods = false)
class RateLimits {

  @Bean
  RateLimit rsvpsOfANetwork(RateSettings settings) {
    return RateLimit.of(
        "rsvps",
        Kind.REQUESTS,
        settings.requests(),
        "POST /api/meetups/{meetupId}/rsvps",
        "POST /meetups/{meetupId}/rsvps",
        "POST /rsvps/links",
        "POST /api/rsvps/{rsvpId}/changes",
        "POST /rsvps/{rsvpId}/party",
        "PUT /api/rsvps/{rsvpId}/contact",
        "POST /rsvps/{rsvpId}/contact");
  }

  @Bean
  RateLimit wrongTokensOfANetwork(RateSettings settings) {
    return RateLimit.of(
        "wrong-tokens",
        Kind.REFUSALS,
        RateSettings.hourly(settings.wrongTokens()),
        "GET /api/rsvps/{rsvpId}",
        "DELETE /api/rsvps/{rsvpId}",
        "GET /api/rsvps/{rsvpId}/events",
        "POST /api/rsvps/{rsvpId}/confirmation",
        "POST /api/rsvps/{rsvpId}/changes",
        "GET /api/rsvps/{rsvpId}/changes/{changeId}",
        "POST /rsvps/{rsvpId}/party",
        "PUT /api/rsvps/{rsvpId}/contact",
        "POST /rsvps/{rsvpId}/contact",
        "POST /api/rsvps/{rsvpId}/erasure",
        "GET /api/rsvps/{rsvpId}/erasures",
        "POST /api/rsvps/{rsvpId}/export",
        "GET /rsvps/{rsvpId}",
        "POST /rsvps/{rsvpId}/cancellation",
        "POST /rsvps/{rsvpId}/mail",
        "POST /rsvps/{rsvpId}/confirmation",
        "GET /rsvps/{rsvpId}/erasure",
        "POST /rsvps/{rsvpId}/erasure",
        "POST /rsvps/{rsvpId}/export");
  }
}
