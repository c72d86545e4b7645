package org.doorsopen.rsvp.embed;

import org.doorsopen.identity.origins.OtherOrigins;
import org.doorsopen.web.login.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages of others may do, and which. */
@Configuration(proxyBeanMethods = false)
class EmbedConfiguration {

  /** Of what everybody may ask for, pages of named origins may use the JSON of meetups alone. */
  private static final String[] FOR_PAGES = {
    "GET /api/meetups",
    "GET /api/meetups/next",
    "GET /api/meetups/{meetupId}",
    "POST /api/meetups/{meetupId}/rsvps"
  };

  @Bean
  OtherOrigins otherOrigins(CorsSettings settings) {
    return OtherOrigins.of(settings.origins());
  }

  @Bean
  PublicRoutes routesForPages() {
    return PublicRoutes.of(FOR_PAGES).openToNamedOrigins(FOR_PAGES);
  }

  @Bean
  PublicRoutes componentRoute() {
    return PublicRoutes.of("GET /embed/doors-meetup.js");
  }
}
