package org.doorsopen.access;

import java.util.HashMap;
import java.util.Map;

/**
 * How a program connects to Kafka: by SCRAM, in which neither side tells the other the password,
 * and both prove that they know it.
 */
public record KafkaLogin(String bootstrapServers, String user, String password) {

  /** The settings that producers, consumers and admins have in common. */
  public Map<String, Object> settings() {
    return settings("SCRAM-SHA-512", "scram.ScramLoginModule");
  }

  /** The same, and those that one of them has of its own. */
  public Map<String, Object> settingsAnd(Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(settings());
    all.putAll(more);
    return all;
  }

  /** As {@link #settings()}, for the broker's own user, whose password the broker's file has. */
  public Map<String, Object> settingsOfTheBroker() {
    return settings("PLAIN", "plain.PlainLoginModule");
  }

  private Map<String, Object> settings(String mechanism, String module) {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        mechanism,
        "sasl.jaas.config",
        "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
            .formatted(module, user, password));
  }

  /** Without the password, so that it may be logged. */
  @Override
  public String toString() {
    return "%s as %s".formatted(bootstrapServers, user);
  }
}
