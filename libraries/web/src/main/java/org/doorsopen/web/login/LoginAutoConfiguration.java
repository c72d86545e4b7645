package org.doorsopen.web.login;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.doorsopen.identity.SecretStrength;
import org.doorsopen.identity.origins.OtherOrigins;
import org.doorsopen.web.organizers.OrganizerLogin;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.problems.ProblemsAutoConfiguration;
import org.doorsopen.web.session.SessionConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Asks for the organizers' login in every service alike. */
@AutoConfiguration(
    after = ProblemsAutoConfiguration.class,
    before = {ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableConfigurationProperties(LoginSettings.class)
@Import({OrganizerSecurity.class, SessionConfiguration.class})
public class LoginAutoConfiguration {

  private static final Logger log = LoggerFactory.getLogger(LoginAutoConfiguration.class);

  @Bean
  Organizers organizers(LoginSettings settings) {
    if (settings.hasShortPassword()) {
      log.warn(
          "The password in DOORS_ORGANIZER has fewer than {} characters, so that it can be guessed",
          SecretStrength.MIN_PASSWORD);
    }
    return new Organizers(settings.organizer(), settings.organizers());
  }

  // Before Spring Security, which refuses malformed requests itself.
  @Bean
  FilterRegistrationBean<OtherOriginsFilter> otherOriginsFilter(
      ObjectProvider<OtherOrigins> origins,
      ObjectProvider<PublicRoutes> routes,
      ProblemWriter problems) {
    var registration =
        new FilterRegistrationBean<>(
            new OtherOriginsFilter(
                origins.getIfAvailable(() -> OtherOrigins.NONE),
                routes.stream().toList(),
                problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }

  @Bean
  OrganizerLogin organizerLogin(Organizers organizers, ObjectProvider<MeterRegistry> meters) {
    return new OrganizerLogin(organizers, () -> meters.getIfAvailable(SimpleMeterRegistry::new));
  }
}
