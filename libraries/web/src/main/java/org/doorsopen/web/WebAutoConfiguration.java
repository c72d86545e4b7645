package org.doorsopen.web;

import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.problems.ProblemsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;

/** Reads bodies up to a limit, and speaks no YAML. */
@AutoConfiguration(after = ProblemsAutoConfiguration.class, before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(WebSettings.class)
public class WebAutoConfiguration {

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
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> formsUpToTheLimit(
      WebSettings settings) {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> connector.setMaxPostSize((int) settings.bodyLimit().toBytes()));
  }
}
