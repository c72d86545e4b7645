package org.doorsopen.infrastructure.containers;

import java.time.Duration;
import java.util.Optional;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.Kafka;
import org.doorsopen.infrastructure.MailServer;
import org.doorsopen.infrastructure.OneNodeKafka;
import org.doorsopen.infrastructure.Progress;
import org.doorsopen.infrastructure.Registry;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.OrderlyEnd;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.doorsopen.infrastructure.process.SideBySide;
import org.doorsopen.infrastructure.process.StartFailure;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;

/**
 * Containers of a Docker engine on this machine, reached through ports of loopback. Should our JVM
 * be killed, Testcontainers' Ryuk removes them; the volumes with the data stay. The engine restarts
 * dead containers, if the blueprint wants it, and nobody is told.
 */
public final class ContainerInfrastructure implements Infrastructure {
  private final DataFolder folder;
  private final Network network = Network.newNetwork();
  private final ContainerKafka kafka;
  private final ContainerPostgresql postgresql;
  private final ContainerRegistry registry;
  private final Optional<ContainerMail> mail;
  private final MailServer mailServer;
  private final SideBySide starts = new SideBySide();
  private final OrderlyEnd end = new OrderlyEnd(this::stop);

  private ContainerInfrastructure(Blueprint blueprint) {
    this.folder = blueprint.data();
    RememberedPorts ports = RememberedPorts.in(folder);
    Belonging belonging = Belonging.to(folder, blueprint.keeper().isPresent());
    String clusterId = folder.secret("kafka-cluster-id", OneNodeKafka::randomClusterId);
    this.kafka = new ContainerKafka(belonging, network, ports.take("kafka"), clusterId, folder);
    this.postgresql =
        ContainerPostgresql.of(
            belonging, ports.take("postgresql"), name -> folder.secret("database-password" + name));
    this.registry =
        ContainerRegistry.of(belonging, network, ports.take("registry"), kafka.registry());
    this.mail =
        blueprint.smtp().isPresent()
            ? Optional.empty()
            : Optional.of(ContainerMail.of(belonging, ports.take("smtp"), ports.take("mail")));
    this.mailServer =
        mail.map(ContainerMail::server)
            .orElseGet(() -> MailServer.outside(blueprint.smtp().orElseThrow()));
  }

  /** Called by {@code Infrastructures}, whose contract this is. */
  public static Infrastructure start(Blueprint blueprint) {
    try {
      requireEngine();
      ContainerInfrastructure made = new ContainerInfrastructure(blueprint);
      if (!blueprint.closedByCaller()) {
        made.end.alsoAtJvmExit();
      }
      made.startParts(blueprint.progress());
      return made;
    } catch (RuntimeException e) {
      blueprint.data().close();
      throw e;
    }
  }

  @Override
  public Kafka kafka() {
    return kafka;
  }

  @Override
  public Registry registry() {
    return registry.registry();
  }

  @Override
  public Registry registry(ServiceAccount service) {
    return registry.registry();
  }

  @Override
  public Database database() {
    return postgresql.database();
  }

  @Override
  public Database database(ServiceAccount service) {
    return postgresql.database(service);
  }

  @Override
  public MailServer mailServer() {
    return mailServer;
  }

  @Override
  public void close() {
    end.now();
  }

  private static void requireEngine() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new StartFailure(
          "DOORS_INFRASTRUCTURE is containers, and no Docker engine answers; containers/engine start may start one");
    }
  }

  private void startParts(Progress progress) {
    try (starts) {
      starts.run(() -> {
        start(kafka.part(), progress);
        kafka.makeUsers();
        start(registry.part(), progress);
      });
      starts.run(() -> {
        start(postgresql.part(), progress);
        postgresql.ensureRoles();
      });
      mail.ifPresent(server -> starts.run(() -> start(server.part(), progress)));
      starts.await();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static void start(ContainerPart part, Progress progress) {
    long begin = System.nanoTime();
    part.start();
    progress.ready(part.name(), part.address(), Duration.ofNanos(System.nanoTime() - begin));
  }

  private void stop() {
    starts.close();
    registry.part().end();
    kafka.part().end();
    postgresql.part().end();
    mail.ifPresent(server -> server.part().end());
    network.close();
    folder.close();
  }
}
