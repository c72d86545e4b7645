package org.doorsopen.schedule;

import java.time.InstantSource;
import org.doorsopen.web.login.PublicRoutes;
import org.doorsopen.web.strangers.BodyLimits;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;

/** Starts the service of the organizers: drafts, publications, cancellations. */
@SpringBootApplication
class ScheduleServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(ScheduleServiceApplication.class, args);
  }

  @Bean
  PublicRoutes publicRoutes() {
    return PublicRoutes.of(
        "GET /login", "POST /login", "GET /changes/{meetupId}", "GET /previews/{token}");
  }

  /** Abstracts may be long, and only organizers are let in here. */
  @Bean
  BodyLimits bodyLimits() {
    return BodyLimits.of(
        DataSize.ofKilobytes(256), "POST /api/schedules/**", "PUT /api/schedules/**");
  }

  /** A form says the name of each field, and writes a letter that is not English as six. */
  @Bean
  BodyLimits formLimits() {
    return BodyLimits.of(DataSize.ofKilobytes(512), "POST /desk/**");
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
