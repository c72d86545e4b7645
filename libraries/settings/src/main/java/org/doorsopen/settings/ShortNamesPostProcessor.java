package org.doorsopen.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Adds {@link ShortNames} behind everything else: a property that is set by its own name wins. */
final class ShortNamesPostProcessor implements EnvironmentPostProcessor {

  private static final String FILE = "doors/short-names.properties";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment.getPropertySources().addLast(new ShortNames(environment, variables()));
  }

  private static Map<String, String> variables() {
    try {
      return PropertiesLoaderUtils.loadProperties(new ClassPathResource(FILE)).entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name.getValue().toString(), name -> name.getKey().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
