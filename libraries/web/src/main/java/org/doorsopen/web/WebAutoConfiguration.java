package org.doorsopen.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service all of this package by its mere presence on the class path. */
@AutoConfiguration(
    after = JacksonAutoConfiguration.class,
    before = {
      WebMvcAutoConfiguration.class,
      ErrorMvcAutoConfiguration.class,
      ServletWebSecurityAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
@EnableConfigurationProperties(WebSettings.class)
@Import({OrganizerSecurity.class, ProblemAdvice.class, ErrorRoute.class})
public class WebAutoConfiguration {

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  // springdoc brings a library for YAML, and Spring would speak it everywhere.
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ServerHttpMessageConvertersCustomizer noYaml() {
    return converters ->
        converters.configureMessageConvertersList(list ->
            list.removeIf(converter ->
                converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      WebSettings settings, ProblemWriter problems) {
    var filter = new BodyLimitFilter(settings.bodyLimit().toBytes(), problems);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(0); // after the login
    return registration;
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTomcat(
      WebSettings settings) {
    return factory -> {
      factory.addContextCustomizers(context ->
          ((StandardHost) context.getParent()).getPipeline().addValve(new ProblemReportValve()));
      factory.addConnectorCustomizers(
          connector -> connector.setMaxPostSize((int) settings.bodyLimit().toBytes()));
    };
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(DataAccessException.class)
  @Import(DatabaseProblemAdvice.class)
  static class WithDatabase {}
}
