package org.doorsopen.web.login;

import jakarta.servlet.DispatcherType;
import java.util.function.Predicate;
import org.doorsopen.settings.PublicUrl;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.problems.SecurityHeaders;
import org.doorsopen.web.session.SessionFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A login for everything that is not public: the cookie of a session in a browser, HTTP Basic for
 * the API. Nothing is stored. Browsers add cookies and remembered logins to requests that foreign
 * pages cause, too; {@link CrossSiteFilter} refuses those, and {@link SessionFilter} asks for the
 * token of a form besides.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class OrganizerSecurity {

  private static final PublicRoutes EVERYWHERE =
      PublicRoutes.of(
          "GET /actuator/health",
          "GET /actuator/health/**",
          "GET /actuator/prometheus",
          "GET /api/openapi/*",
          "GET /api/openapi/*/**");

  @Bean
  SecurityFilterChain organizerFilterChain(
      HttpSecurity http,
      ObjectProvider<PublicRoutes> routes,
      SessionFilter sessions,
      PublicUrl publicUrl,
      ObjectProvider<RequestMappingInfoHandlerMapping> mappings,
      ProblemWriter problems) {
    var challenge = new LoginChallenge(new KnownRoutes(mappings), problems);
    return http.authorizeHttpRequests(
            requests -> {
              // Continuations of a request that was let in, and the page that tells of an error.
              requests
                  .dispatcherTypeMatchers(
                      DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                  .permitAll();
              requests.requestMatchers(EVERYWHERE.matchers()).permitAll();
              routes.forEach(more -> requests.requestMatchers(more.matchers()).permitAll());
              requests.anyRequest().hasRole("ORGANIZER");
            })
        .httpBasic(basic -> basic.authenticationEntryPoint(challenge))
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(challenge).accessDeniedHandler(forbidden(problems)))
        .sessionManagement(
            management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterAfter(
            new CrossSiteFilter(routes.stream().toList(), problems), HeaderWriterFilter.class)
        .addFilterAfter(new HostFilter(publicUrl.hosts(), problems), HeaderWriterFilter.class)
        .addFilterBefore(sessions, BasicAuthenticationFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(SecurityHeaders.POLICY))
                .permissionsPolicyHeader(policy -> policy.policy(SecurityHeaders.PERMISSIONS))
                .crossOriginOpenerPolicy(
                    policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                    policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  // A timer and a log guard for each of a dozen filters cost a tenth of a request, and the
  // request's own are there.
  @Bean
  SecurityObservationSettings noObservationsOfSingleFilters() {
    return SecurityObservationSettings.noObservations();
  }

  // PostgreSQL's text cannot hold U+0000, and no parameter has a use for it.
  @Bean
  StrictHttpFirewall httpFirewall() {
    var firewall = new StrictHttpFirewall();
    Predicate<String> storable = value -> value.indexOf('\0') < 0;
    firewall.setAllowedParameterValues(storable);
    return firewall;
  }

  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
    return (request, response, rejection) ->
        problems.write(request, response, HttpStatus.BAD_REQUEST, "The request is malformed.");
  }

  private static AccessDeniedHandler forbidden(ProblemWriter problems) {
    return (request, response, denial) ->
        problems.write(request, response, HttpStatus.FORBIDDEN, "This is not allowed.");
  }
}
