package org.doorsopen.infrastructure.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.access.kafka.KafkaAccounts;
import org.doorsopen.infrastructure.Kafka;
import org.doorsopen.infrastructure.OneNodeKafka;
import org.doorsopen.infrastructure.accounts.KafkaUsers;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.ChildProcess;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Launch;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.infrastructure.process.Probe;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.jspecify.annotations.Nullable;

/** One Kafka node, broker and controller at once, as a child process. */
final class EmbeddedKafka implements Kafka, Part {
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final Duration STOP_GRACE = Duration.ofSeconds(15);
  private static final int MAXIMUM_HEAP_MEGABYTES = 512;

  private final DataFolder folder;
  private final Distributions distributions;
  private final AotCaches aotCaches;
  private final boolean lasting;
  private final KafkaConfiguration configuration;
  private final KafkaUsers users;
  private volatile @Nullable ChildProcess process;

  /**
   * @param lasting whether it runs for longer than a test
   */
  EmbeddedKafka(
      DataFolder folder,
      Distributions distributions,
      RememberedPorts ports,
      AotCaches aotCaches,
      boolean lasting) {
    this.folder = folder;
    this.distributions = distributions;
    this.aotCaches = aotCaches;
    this.lasting = lasting;
    int port = ports.take("kafka");
    this.users = new KafkaUsers(folder, "127.0.0.1:" + port);
    this.configuration =
        new KafkaConfiguration(
            folder.resolve("kafka"), port, ports.take("kafka-controller"), users.brokersPassword());
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String address() {
    return bootstrapServers();
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + configuration.port();
  }

  @Override
  public KafkaLogin operator() {
    return users.login(KafkaAccounts.OPERATOR);
  }

  @Override
  public KafkaLogin login(ServiceAccount service) {
    return users.login(service.service());
  }

  @Override
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    configuration.write();
    Ports.requireFree("kafka", configuration.port());
    Ports.requireFree("kafka", configuration.controllerPort());
    formatOnce();
    Path cache = distributions.aotCache("kafka");
    Launch broker =
        aotCaches.applyTo(
            launch("kafka", "kafka.Kafka", configuration.file().toString()),
            cache,
            distributions.kafka());
    process = ChildProcess.start(broker, folder);
    // Kafka opens this port last of all: when it takes connections, it answers.
    process.awaitReady(Probe.connectsTo("127.0.0.1", configuration.port()), READY_WITHIN);
    users.make();
  }

  @Override
  public ChildProcess child() {
    return Objects.requireNonNull(process);
  }

  @Override
  public synchronized void stop() {
    if (process != null) {
      process.stop(aotCaches.stopGrace(STOP_GRACE));
    }
  }

  @Override
  public synchronized void kill() {
    if (process != null) {
      process.kill();
    }
  }

  private void formatOnce() {
    Path formatted = folder.resolve("kafka/formatted");
    if (Files.exists(formatted)) {
      return;
    }
    String clusterId = folder.secret("kafka-cluster-id", OneNodeKafka::randomClusterId);
    Launch format =
        launch(
            "kafka-format",
            "kafka.tools.StorageTool",
            "format",
            "--ignore-formatted",
            "--cluster-id=" + clusterId,
            "--config=" + configuration.file());
    Launch withCache =
        AotCaches.USED.applyTo(format, distributions.aotCache("kafka"), distributions.kafka());
    ChildProcess.start(withCache, folder).awaitSuccess(READY_WITHIN);
    DataFolder.writePrivately(formatted, clusterId);
  }

  private Launch launch(String name, String mainClass, String... arguments) {
    List<String> options =
        new ArrayList<>(
            lasting
                ? JvmOptions.forWorker(MAXIMUM_HEAP_MEGABYTES)
                : JvmOptions.forChild(MAXIMUM_HEAP_MEGABYTES));
    options.add("-Dlog4j2.configurationFile=" + configuration.logging());
    options.addAll(List.of("-cp", distributions.kafkaClassPath(), mainClass));
    options.addAll(Arrays.asList(arguments));
    return Launch.java(name, options, distributions.kafka());
  }
}
