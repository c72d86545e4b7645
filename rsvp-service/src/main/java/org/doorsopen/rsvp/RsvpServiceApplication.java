package org.doorsopen.rsvp;

import java.time.InstantSource;
import org.doorsopen.web.login.PublicRoutes;
import org.doorsopen.web.strangers.BodyLimits;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.unit.DataSize;

/** The service for attendees: takes RSVPs, allocates seats, and says how each RSVP stands. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class RsvpServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(RsvpServiceApplication.class, args);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  /** Routes that need a token are public here; their controllers check the token. */
  @Bean
  PublicRoutes publicRoutes() {
    return PublicRoutes.of(
        "GET /",
        "GET /calendar.ics",
        "GET /feed.atom",
        "GET /meetups/{meetupId}",
        "POST /meetups/{meetupId}/rsvps",
        "GET /api/meetups",
        "GET /api/meetups/{meetupId}",
        "GET /api/meetups/{meetupId}/calendar.ics",
        "GET /api/meetups/{meetupId}/opening.ics",
        "POST /api/meetups/{meetupId}/rsvps",
        "GET /api/rsvps/{rsvpId}",
        "DELETE /api/rsvps/{rsvpId}",
        "GET /api/rsvps/{rsvpId}/events",
        "POST /api/rsvps/{rsvpId}/confirmation",
        "POST /api/rsvps/{rsvpId}/changes",
        "GET /api/rsvps/{rsvpId}/changes/{changeId}",
        "PUT /api/rsvps/{rsvpId}/contact",
        "POST /api/rsvps/{rsvpId}/erasure",
        "GET /api/rsvps/{rsvpId}/erasures",
        "POST /api/rsvps/{rsvpId}/export",
        "GET /rsvps/{rsvpId}",
        "POST /rsvps/{rsvpId}/cancellation",
        "POST /rsvps/{rsvpId}/confirmation",
        "POST /rsvps/{rsvpId}/mail",
        "GET /rsvps/links",
        "POST /rsvps/links",
        "POST /rsvps/{rsvpId}/party",
        "POST /rsvps/{rsvpId}/contact",
        "GET /rsvps/{rsvpId}/erasure",
        "POST /rsvps/{rsvpId}/erasure",
        "POST /rsvps/{rsvpId}/export");
  }

  /** Four times what an RSVP can have: a name and an address in letters of four bytes. */
  @Bean
  BodyLimits bodyLimits() {
    return BodyLimits.of(
        DataSize.ofKilobytes(4),
        "POST /api/meetups/{meetupId}/rsvps",
        "POST /api/rsvps/{rsvpId}/changes",
        "PUT /api/rsvps/{rsvpId}/contact");
  }

  /** The same as a form, in which such a letter takes twelve. */
  @Bean
  BodyLimits formLimits() {
    return BodyLimits.of(
        DataSize.ofKilobytes(12),
        "POST /meetups/{meetupId}/rsvps",
        "POST /rsvps/{rsvpId}/party",
        "POST /rsvps/{rsvpId}/contact");
  }
}
