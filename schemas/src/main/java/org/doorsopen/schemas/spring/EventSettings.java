package org.doorsopen.schemas.spring;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.TopicSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the events' schemas are, and how their topics are made.
 *
 * @param registryUrl the address of a schema registry that speaks Confluent's API; it may hold a
 *     login, {@code user:password@} or {@code bearer:token@}
 * @param registryAuthorities a PEM file of the authorities that may vouch for a registry with an
 *     https address, instead of those that Java knows; empty for those
 * @param partitions how many partitions topics get that do not exist yet
 * @param replicas how many replicas topics get that do not exist yet; the broker's default if it is
 *     not set
 * @param startupLimit how long a service waits at its start for Kafka and the registry before it
 *     gives up
 */
@ConfigurationProperties("doors.events")
record EventSettings(
    @DefaultValue("http://localhost:8085") URI registryUrl,
    @DefaultValue("") String registryAuthorities,
    @DefaultValue("12") int partitions,
    Optional<Short> replicas,
    @DefaultValue("60s") Duration startupLimit) {

  EventSettings {
    if (registryUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "doors.events.registry-url (DOORS_REGISTRY) must be an address like"
              + " http://localhost:8085, with a login before the host if it needs one");
    }
    if (!registryAuthorities.isEmpty() && !"https".equalsIgnoreCase(registryUrl.getScheme())) {
      throw new IllegalArgumentException(
          "doors.events.registry-authorities (DOORS_REGISTRY_AUTHORITIES) is for a DOORS_REGISTRY"
              + " that begins with https://");
    }
    atLeastOne("doors.events.partitions (DOORS_PARTITIONS)", partitions);
    replicas.ifPresent(number -> atLeastOne("doors.events.replicas (DOORS_REPLICAS)", number));
    if (!startupLimit.isPositive()) {
      throw new IllegalArgumentException(
          "doors.events.startup-limit must be positive, such as 60s, and is " + startupLimit);
    }
  }

  /** Without the registry's login, so that it may be logged. */
  @Override
  public String toString() {
    return "EventSettings[%s partitions, replicas %s]".formatted(partitions, replicas);
  }

  SchemaRegistryClient registry() {
    return EventSerdes.registry(
        registryUrl.toString(),
        registryAuthorities.isEmpty() ? null : Path.of(registryAuthorities));
  }

  TopicSettings topicSettings() {
    return new TopicSettings(partitions, replicas);
  }

  private static void atLeastOne(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "%s must be at least 1, and is %d".formatted(name, number));
    }
  }
}
