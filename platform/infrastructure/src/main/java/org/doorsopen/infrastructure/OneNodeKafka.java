package org.doorsopen.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doorsopen.access.kafka.KafkaAccounts;

/** The settings that every maker gives its one Kafka node. */
public final class OneNodeKafka {
  private static final String FILE = "one-node-kafka.properties";
  private static final String MODULES = "org.apache.kafka.common.security";
  private static final String BROKER = KafkaAccounts.BROKER;

  private OneNodeKafka() {}

  /** By the names of {@code server.properties}; without listeners, logins, folders and ids. */
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

  /**
   * How the listeners let users in.
   *
   * @param listeners by their names
   * @param password of the broker's own user
   */
  public static Map<String, String> logins(List<String> listeners, String password) {
    Map<String, String> logins = new HashMap<>();
    for (String listener : listeners) {
      String prefix = "listener.name." + listener.toLowerCase(Locale.ROOT);
      logins.put(
          prefix + ".plain.sasl.jaas.config",
          "%s.plain.PlainLoginModule required username=\"%s\" password=\"%s\" user_%s=\"%s\";"
              .formatted(MODULES, BROKER, password, BROKER, password));
      logins.put(
          prefix + ".scram-sha-512.sasl.jaas.config",
          MODULES + ".scram.ScramLoginModule required;");
    }
    return logins;
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
