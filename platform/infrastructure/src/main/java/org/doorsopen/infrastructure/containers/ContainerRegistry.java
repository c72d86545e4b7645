package org.doorsopen.infrastructure.containers;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.infrastructure.Registry;
import org.doorsopen.infrastructure.process.Probe;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;

/** Confluent's registry; it keeps its data in Kafka, which has to run first. */
record ContainerRegistry(Registry registry, ContainerPart part) {

  static ContainerRegistry of(Belonging belonging, Network network, int port, KafkaLogin kafka) {
    Registry registry = new Registry(URI.create("http://127.0.0.1:" + port), Optional.empty());
    GenericContainer<?> container =
        belonging
            .container("registry")
            .withNetwork(network)
            .withEnv("SCHEMA_REGISTRY_HOST_NAME", "registry")
            .withEnv("SCHEMA_REGISTRY_LISTENERS", "http://0.0.0.0:8081")
            .withEnv(
                "SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS",
                "SASL_PLAINTEXT://" + kafka.bootstrapServers())
            .withEnv(
                "SCHEMA_REGISTRY_KAFKASTORE_SECURITY_PROTOCOL", setting(kafka, "security.protocol"))
            .withEnv("SCHEMA_REGISTRY_KAFKASTORE_SASL_MECHANISM", setting(kafka, "sasl.mechanism"))
            .withEnv(
                "SCHEMA_REGISTRY_KAFKASTORE_SASL_JAAS_CONFIG", setting(kafka, "sasl.jaas.config"))
            .withEnv("SCHEMA_REGISTRY_KAFKASTORE_TOPIC_REPLICATION_FACTOR", "1");
    return new ContainerRegistry(
        registry,
        new ContainerPart(
            "registry",
            registry.url().toString(),
            ContainerPart.published(container, port, 8081),
            Probe.answersAt(URI.create(registry.url() + "/subjects"))));
  }

  private static String setting(KafkaLogin kafka, String name) {
    return Objects.requireNonNull(kafka.settings().get(name)).toString();
  }
}
