package org.doorsopen.web.problems;

import org.apache.catalina.core.StandardHost;
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

/** Answers every failure of a service as a problem, wherever in the service it shows. */
@AutoConfiguration(
    after = JacksonAutoConfiguration.class,
    before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@Import({ProblemAdvice.class, ErrorRoute.class})
public class ProblemsAutoConfiguration {

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTomcat() {
    return factory ->
        factory.addContextCustomizers(context ->
            ((StandardHost) context.getParent()).getPipeline().addValve(new ProblemReportValve()));
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(DataAccessException.class)
  @Import(DatabaseProblemAdvice.class)
  static class WithDatabase {}
}
