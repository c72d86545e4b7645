package org.doorsopen.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;

/** The settings that every maker gives its one Kafka node. */
public final class OneNodeKafka {
  private static final String FILE = "one-node-kafka.properties";

  private OneNodeKafka() {}

  /** By the names of {@code server.properties}; without listeners, folders and ids. */
  public static Map<String, String> settings() {
    Properties settings = new Properties();
    try (InputStream file = OneNodeKafka.class.getResourceAsStream(FILE)) {
      settings.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, settings::getProperty));
  }

  /** As Kafka writes ids: the base64url of a UUID's 16 bytes. */
  public static String randomClusterId() {
    UUID id = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
