package org.doorsopen.web.session;

import java.time.InstantSource;
import org.doorsopen.identity.FormTokens;
import org.doorsopen.identity.SessionTokens;
import org.doorsopen.settings.PublicUrl;
import org.doorsopen.web.organizers.OrganizerLogin;
import org.doorsopen.web.organizers.Organizers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The parts of sessions; every service checks them, and the one with the login page begins them.
 */
@Configuration(proxyBeanMethods = false)
public class SessionConfiguration {

  @Bean
  SessionCookies sessionCookies(
      SessionTokens tokens,
      Organizers organizers,
      PublicUrl publicUrl,
      ObjectProvider<InstantSource> clock) {
    return new SessionCookies(
        tokens, organizers, publicUrl, clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  SessionFilter sessionFilter(SessionCookies cookies, FormTokens tokens) {
    return new SessionFilter(cookies, tokens);
  }

  // It is one of Spring Security's filters, and none of Tomcat's.
  @Bean
  FilterRegistrationBean<SessionFilter> noFilterOfTomcat(SessionFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  SignIn signIn(OrganizerLogin login, SessionCookies cookies, FormTokens tokens) {
    return new SignIn(login, cookies, tokens);
  }
}
