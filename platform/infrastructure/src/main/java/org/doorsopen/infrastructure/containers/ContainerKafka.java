package org.doorsopen.infrastructure.containers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.access.kafka.KafkaAccounts;
import org.doorsopen.infrastructure.Kafka;
import org.doorsopen.infrastructure.OneNodeKafka;
import org.doorsopen.infrastructure.accounts.KafkaUsers;
import org.doorsopen.infrastructure.process.DataFolder;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;

/** One Kafka node; the containers beside it reach it at a listener of their own. */
final class ContainerKafka implements Kafka {
  static final String BESIDE = "kafka:9094";
  private static final int ANSWERS_WITHIN_MILLIS = 1_000;

  private final int port;
  private final KafkaUsers users;
  private final ContainerPart part;

  ContainerKafka(
      Belonging belonging, Network network, int port, String clusterId, DataFolder folder) {
    this.port = port;
    this.users = new KafkaUsers(folder, bootstrapServers());
    GenericContainer<?> container =
        belonging
            .container("kafka", "/var/lib/kafka/data")
            .withNetwork(network)
            .withNetworkAliases("kafka")
            .withEnv(environment(port, clusterId, users.brokersPassword()));
    this.part =
        new ContainerPart(
            "kafka",
            bootstrapServers(),
            ContainerPart.published(container, port, 9092),
            this::answers);
  }

  ContainerPart part() {
    return part;
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public KafkaLogin operator() {
    return users.login(KafkaAccounts.OPERATOR);
  }

  @Override
  public KafkaLogin login(ServiceAccount service) {
    return users.login(service.service());
  }

  /** Of the registry, which is a container beside it. */
  KafkaLogin registry() {
    KafkaLogin login = users.login(KafkaAccounts.REGISTRY);
    return new KafkaLogin(BESIDE, login.user(), login.password());
  }

  /** Makes the users; called when Kafka answers. */
  void makeUsers() {
    users.make();
  }

  @Override
  public synchronized void stop() {
    part.stop();
  }

  @Override
  public synchronized void kill() {
    part.kill();
  }

  @Override
  public synchronized void start() {
    part.start();
    users.make();
  }

  private static Map<String, String> environment(
      int port, String clusterId, String brokersPassword) {
    Map<String, String> settings = new HashMap<>(OneNodeKafka.settings());
    settings.put("controller.quorum.voters", "1@localhost:9093");
    settings.put("listeners", "CLIENTS://:9092,CONTROLLER://:9093,BESIDE://:9094");
    settings.put(
        "advertised.listeners", "CLIENTS://127.0.0.1:%d,BESIDE://%s".formatted(port, BESIDE));
    settings.putAll(
        OneNodeKafka.logins(List.of("CLIENTS", "BESIDE", "CONTROLLER"), brokersPassword));
    // It calls itself for transactions, and cannot do so by the address that is meant for this
    // machine.
    settings.put("inter.broker.listener.name", "BESIDE");
    settings.put("log.dirs", "/var/lib/kafka/data");
    Map<String, String> environment = new HashMap<>();
    settings.forEach((name, value) -> environment.put(variable(name), value));
    environment.put("CLUSTER_ID", clusterId);
    environment.put("KAFKA_HEAP_OPTS", "-Xmx512m");
    environment.put("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    return environment;
  }

  // The image takes "log.dirs" as KAFKA_LOG_DIRS, and a dash as three underscores.
  private static String variable(String setting) {
    return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace("-", "___").replace('.', '_');
  }

  // Docker takes connections before Kafka does, so only an answer proves anything: one to
  // ApiVersions (key 18) in version 0, correlation id 1, no client id.
  private boolean answers() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), ANSWERS_WITHIN_MILLIS);
      socket.setSoTimeout(ANSWERS_WITHIN_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(10);
      out.writeShort(18);
      out.writeShort(0);
      out.writeInt(1);
      out.writeShort(-1);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      return in.readInt() > 0 && in.readInt() == 1;
    }
  }
}
