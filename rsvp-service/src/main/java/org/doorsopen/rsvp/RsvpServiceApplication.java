package org.doorsopen.rsvp;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class RsvpServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(RsvpServiceApplication.class, args);
  }
}
