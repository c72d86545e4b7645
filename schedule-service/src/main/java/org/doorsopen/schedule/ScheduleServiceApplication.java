package org.doorsopen.schedule;

import java.time.InstantSource;
import org.doorsopen.web.login.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the service of the organizers: drafts, publications, cancellations. */
@SpringBootApplication
class ScheduleServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(ScheduleServiceApplication.class, args);
  }

  @Bean
  PublicRoutes publicRoutes() {
    return PublicRoutes.of("GET /login", "POST /login");
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
