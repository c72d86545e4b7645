package org.doorsopen.infrastructure.containers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * The images by their purpose; {@code .ci/stand-ins/stand-ins} reads the same file. A variable such
 * as {@code DOORS_KAFKA_IMAGE} names another one, as it does for compose.
 */
final class Images {
  private static final String FILE = "images.properties";

  private Images() {}

  static String named(String part) {
    Properties images = new Properties();
    try (InputStream file = Images.class.getResourceAsStream(FILE)) {
      images.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String image = Objects.requireNonNull(images.getProperty(part), part);
    String variable = "DOORS_%s_IMAGE".formatted(part.toUpperCase(Locale.ROOT).replace('-', '_'));
    return System.getenv().getOrDefault(variable, image);
  }
}
