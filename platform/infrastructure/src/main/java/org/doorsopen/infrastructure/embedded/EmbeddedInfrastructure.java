package org.doorsopen.infrastructure.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.Kafka;
import org.doorsopen.infrastructure.MailServer;
import org.doorsopen.infrastructure.Progress;
import org.doorsopen.infrastructure.Registry;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Keeper;
import org.doorsopen.infrastructure.process.OrderlyEnd;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.doorsopen.infrastructure.process.SideBySide;

/** Child processes on this machine, and a mailbox in our own process. */
public final class EmbeddedInfrastructure implements Infrastructure {
  private final DataFolder folder;
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgresql postgresql;
  private final EmbeddedRegistry registry;
  private final Optional<EmbeddedMail> mail;
  private final MailServer mailServer;
  private final SideBySide starts = new SideBySide();
  private final List<Keeper> keepers = new ArrayList<>();
  private final OrderlyEnd end = new OrderlyEnd(this::stop);

  private EmbeddedInfrastructure(Blueprint blueprint, DataFolder folder) {
    Distributions distributions = Distributions.find();
    RememberedPorts ports = RememberedPorts.in(folder);
    this.folder = folder;
    // An infrastructure that is kept alive is there to stay.
    boolean lasting = blueprint.keeper().isPresent();
    this.kafka = new EmbeddedKafka(folder, distributions, ports, blueprint.aotCaches(), lasting);
    this.postgresql = new EmbeddedPostgresql(folder, distributions, ports, lasting);
    this.registry =
        new EmbeddedRegistry(
            folder, distributions, ports, postgresql.registryDatabase(), blueprint.aotCaches());
    this.mail =
        blueprint.smtp().isPresent()
            ? Optional.empty()
            : Optional.of(new EmbeddedMail(folder, ports));
    this.mailServer =
        mail.map(EmbeddedMail::mailServer)
            .orElseGet(() -> MailServer.outside(blueprint.smtp().orElseThrow()));
  }

  /** Called by {@code Infrastructures}, whose contract this is. */
  public static Infrastructure start(Blueprint blueprint) {
    DataFolder folder = blueprint.data();
    try {
      EmbeddedInfrastructure made = new EmbeddedInfrastructure(blueprint, folder);
      if (!blueprint.closedByCaller()) {
        made.end.alsoAtJvmExit();
      }
      made.startParts(blueprint.progress());
      blueprint.keeper().ifPresent(made::keepAlive);
      return made;
    } catch (RuntimeException e) {
      folder.close();
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
    return registry.registry(service);
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

  private void startParts(Progress progress) {
    try (starts) {
      starts.run(() -> start(kafka, progress));
      starts.run(() -> {
        start(postgresql, progress);
        start(registry, progress);
      });
      starts.run(() -> mail.ifPresent(part -> startMail(part, progress)));
      starts.await();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static void start(Part part, Progress progress) {
    timed(part.name(), part.address(), part::start, progress);
  }

  private static void startMail(EmbeddedMail part, Progress progress) {
    timed("mail", part.address(), part::start, progress);
  }

  private static void timed(String part, String address, Runnable start, Progress progress) {
    long begin = System.nanoTime();
    start.run();
    progress.ready(part, address, Duration.ofNanos(System.nanoTime() - begin));
  }

  private void keepAlive(Consumer<String> told) {
    for (Part part : List.of(postgresql, kafka, registry)) {
      keepers.add(Keeper.of(part.name(), part::child, part::start, told));
    }
  }

  private void stop() {
    starts.close();
    keepers.forEach(Keeper::stop);
    List.of(registry, kafka, postgresql).forEach(Part::stop);
    mail.ifPresent(EmbeddedMail::stop);
    folder.close();
  }
}
