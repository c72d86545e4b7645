package org.doorsopen.web.description;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorsopen.web.login.PublicRoutes;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Describes the answers of every service alike. */
@AutoConfiguration
public class DescriptionAutoConfiguration {

  @Bean
  AnsweredRecords answeredRecords() {
    return new AnsweredRecords();
  }

  @Bean
  DescribedProblems describedProblems(List<PublicRoutes> routes) {
    Set<String> publicRoutes =
        routes.stream()
            .flatMap(some -> some.routes().stream())
            .map(DescriptionAutoConfiguration::unnamed)
            .collect(Collectors.toSet());
    return new DescribedProblems(
        (method, path) -> publicRoutes.contains(unnamed(method + " " + path)));
  }

  private static String unnamed(String route) {
    return route.replaceAll("\\{[^}]+}", "*");
  }
}
