package org.doorsopen.standalone.platform;

import java.util.List;
import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.StartFailure;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.SideBySide;
import org.doorsopen.standalone.settings.Service;
import org.doorsopen.standalone.settings.Settings;

/** Infrastructure, then the services; stopped the other way round. */
public final class Platform implements AutoCloseable {
  private final DataFolder folder;
  private final Infrastructure infrastructure;
  private final List<ServiceProcess> services;
  private final PlatformFacts facts;

  private Platform(
      DataFolder folder,
      Infrastructure infrastructure,
      List<ServiceProcess> services,
      PlatformFacts facts) {
    this.folder = folder;
    this.infrastructure = infrastructure;
    this.services = services;
    this.facts = facts;
  }

  /**
   * Returns when everything is ready. Interrupting the thread ends the start.
   *
   * @throws StartFailure with cause and fix; nothing is left running then
   */
  public static Platform start(Settings settings, Home home, Console console, AotCaches aotCaches) {
    DataFolder folder = DataFolder.open(settings.data());
    ServicePorts ports = choosePorts(settings, folder, console);
    Blueprint blueprint =
        Blueprint.in(folder)
            .withProgress(console::ready)
            .keptAlive(console::say)
            .withAotCaches(aotCaches)
            .closedByTheCaller();
    Infrastructure infrastructure =
        Infrastructure.start(settings.smtp().map(blueprint::withSmtp).orElse(blueprint));
    try {
      return startServices(settings, home, console, folder, aotCaches, ports, infrastructure);
    } catch (RuntimeException e) {
      infrastructure.close();
      throw e;
    }
  }

  public PlatformFacts facts() {
    return facts;
  }

  /** In which the services keep their tables. */
  public Database database() {
    return infrastructure.database();
  }

  /** Bounded; the data stays. */
  @Override
  public void close() {
    PlatformFacts.deleteFrom(folder);
    stop(services);
    infrastructure.close();
  }

  private static ServicePorts choosePorts(Settings settings, DataFolder folder, Console console) {
    try {
      PlatformFacts.deleteFrom(folder);
      return ServicePorts.choose(settings, folder, console);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Platform startServices(
      Settings settings,
      Home home,
      Console console,
      DataFolder folder,
      AotCaches aotCaches,
      ServicePorts ports,
      Infrastructure infrastructure) {
    ServiceLaunches launches =
        ServiceLaunches.of(settings, home, folder, aotCaches, ports, infrastructure);
    List<ServiceProcess> services =
        ports.instances().stream()
            .filter(instance -> settings.services().contains(instance.service()))
            .map(i -> new ServiceProcess(launches.of(i), i.address(), folder, aotCaches, console))
            .toList();
    try (SideBySide starts = new SideBySide()) {
      services.forEach(service -> starts.run(service::start));
      starts.await();
    } catch (RuntimeException e) {
      stop(services);
      throw e;
    }
    PlatformFacts facts = facts(settings, ports, infrastructure, launches);
    facts.writeTo(folder);
    return new Platform(folder, infrastructure, services, facts);
  }

  private static PlatformFacts facts(
      Settings settings,
      ServicePorts ports,
      Infrastructure infrastructure,
      ServiceLaunches launches) {
    return new PlatformFacts(
        ports.addresses(Service.RSVP),
        ports.address(Service.SCHEDULE),
        ports.address(Service.NOTIFICATION),
        launches.organizer(),
        infrastructure.mailServer().smtp(),
        infrastructure.mailServer().inbox(),
        settings.changeWindow(),
        infrastructure.kafka().bootstrapServers(),
        infrastructure.registry().url());
  }

  // All at once: each may take its time to finish what it has begun.
  private static void stop(List<ServiceProcess> services) {
    try (SideBySide stops = new SideBySide()) {
      services.reversed().forEach(service -> stops.run(service::stop));
      stops.await();
    }
  }
}
