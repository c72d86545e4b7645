package org.doorsopen.notification;

import java.time.InstantSource;
import org.doorsopen.web.strangers.BodyLimits;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;

/**
 * Starts the service that writes to attendees. It reads events, keeps what it needs in PostgreSQL,
 * and sends mails by SMTP; it calls no other service. Tests replace the clock.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
class NotificationServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(NotificationServiceApplication.class, args);
  }

  /** The form in which organizers write a message, which they have shown before they send it. */
  @Bean
  BodyLimits bodyLimits() {
    return BodyLimits.of(DataSize.ofKilobytes(256), "POST /desk/mails/**");
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
