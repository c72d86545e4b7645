package org.doorsopen.web.problems;

import org.apache.catalina.core.StandardHost;
import org.doorsopen.identity.origins.OtherOrigins;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every failure of a service, wherever in the service it shows: as a problem, or on a page
 * where there are pages and a person reads.
 */
@AutoConfiguration(
    after = JacksonAutoConfiguration.class,
    before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@Import({ProblemAdvice.class, ErrorRoute.class})
public class ProblemsAutoConfiguration {

  @Bean
  Readers readers(ObjectProvider<ErrorPage> page) {
    return new Readers(page.getIfAvailable());
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json, Readers readers) {
    return new ProblemWriter(json, readers);
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTomcat(
      ObjectProvider<Readers> readers, ObjectProvider<OtherOrigins> origins) {
    return factory ->
        factory.addContextCustomizers(context ->
            ((StandardHost) context.getParent())
                .getPipeline()
                .addValve(new ProblemReportValve(readers, origins)));
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(DataAccessException.class)
  @Import(DatabaseProblemAdvice.class)
  static class WithDatabase {}
}
