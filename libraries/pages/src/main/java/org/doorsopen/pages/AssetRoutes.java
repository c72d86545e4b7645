package org.doorsopen.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Serves styles and scripts: ours, the service's, and those of the libraries in use. */
final class AssetRoutes implements WebMvcConfigurer {

  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final String folder;

  AssetRoutes(String folder) {
    this.folder = folder;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(folder + "**")
        .addResourceLocations(
            "classpath:/assets/", webjar("picocss__pico", "css"), webjar("htmx.org", "dist"))
        .setCacheControl(FOR_GOOD)
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
  }

  private static String webjar(String name, String folder) {
    return "classpath:/META-INF/resources/webjars/%s/%s/%s/".formatted(name, version(name), folder);
  }

  private static String version(String name) {
    String file = "META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(name);
    ClassLoader classes = AssetRoutes.class.getClassLoader();
    try (InputStream in = Objects.requireNonNull(classes.getResourceAsStream(file), file)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
