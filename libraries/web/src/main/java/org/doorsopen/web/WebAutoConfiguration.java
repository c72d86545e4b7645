package org.doorsopen.web;

import org.doorsopen.identity.origins.OtherOrigins;
import org.doorsopen.web.body.SizedJson;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.problems.ProblemsAutoConfiguration;
import org.doorsopen.web.strangers.BodyLimits;
import org.doorsopen.web.strangers.Bounds;
import org.doorsopen.web.strangers.TomcatLimits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bounds what clients can take up, and speaks no YAML. */
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
  @Order(Ordered.LOWEST_PRECEDENCE)
  ServerHttpMessageConvertersCustomizer sizedJson() {
    return converters ->
        converters.configureMessageConvertersList(list ->
            list.replaceAll(converter ->
                converter instanceof JacksonJsonHttpMessageConverter json
                    ? new SizedJson(json.getMapper())
                    : converter));
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      WebSettings settings, ObjectProvider<BodyLimits> limits, ProblemWriter problems) {
    var filter =
        new BodyLimitFilter(settings.bodyLimit().toBytes(), limits.stream().toList(), problems);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(0); // after the login
    return registration;
  }

  @Bean
  WebMvcConfigurer acceptFirst() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AcceptFirst()).order(Ordered.HIGHEST_PRECEDENCE);
      }
    };
  }

  @Bean
  TomcatLimits tomcatLimits(
      WebSettings settings,
      ObjectProvider<BodyLimits> limits,
      ObjectProvider<OtherOrigins> origins) {
    long largest =
        Math.max(
            settings.bodyLimit().toBytes(),
            limits.stream().mapToLong(BodyLimits::bytes).max().orElse(0));
    return new TomcatLimits(
        new Bounds(
            Math.toIntExact(largest),
            settings.connections(),
            settings.requests(),
            settings.slowBodies(),
            settings.silence()),
        origins.getIfAvailable(() -> OtherOrigins.NONE));
  }
}
