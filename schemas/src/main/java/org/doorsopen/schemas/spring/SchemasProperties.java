package org.doorsopen.schemas.spring;

import java.time.Duration;
import java.util.Optional;
import org.doorsopen.schemas.TopicSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings that every service needs.
 *
 * @param registryUrl the base URL of a schema registry that speaks Confluent's API
 * @param startupLimit how long a service waits for Kafka and the registry before it gives up
 */
@ConfigurationProperties("doors")
record SchemasProperties(
    String registryUrl, @DefaultValue Topics topics, @DefaultValue("60s") Duration startupLimit) {

  /**
   * @param partitions of topics that do not exist yet
   * @param replicas of topics that do not exist yet; the broker's default if absent
   */
  record Topics(@DefaultValue("12") int partitions, Optional<Short> replicas) {}

  TopicSettings topicSettings() {
    return new TopicSettings(topics.partitions(), topics.replicas());
  }
}
