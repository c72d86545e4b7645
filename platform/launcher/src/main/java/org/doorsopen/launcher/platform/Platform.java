package org.doorsopen.launcher.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Launch;
import org.doorsopen.infrastructure.process.OrderlyEnd;
import org.doorsopen.infrastructure.process.PidFiles;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.infrastructure.process.SideBySide;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.infrastructure.start.Infrastructures;
import org.doorsopen.launcher.frontdoor.FrontDoor;
import org.doorsopen.launcher.frontdoor.FrontDoorPaths;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;

/**
 * Opens the front door, starts the infrastructure, then the services, and ends them the other way.
 */
public final class Platform implements AutoCloseable {
  private final DataFolder folder;
  private final FrontDoor frontDoor;
  private final Infrastructure infrastructure;
  private final ServiceLaunches launches;
  private final List<ServiceProcess> services;
  private final PlatformFacts facts;
  private final AotCaches aotCaches;
  private final Console console;

  private Platform(
      DataFolder folder,
      FrontDoor frontDoor,
      Infrastructure infrastructure,
      ServiceLaunches launches,
      List<ServiceProcess> services,
      PlatformFacts facts,
      AotCaches aotCaches,
      Console console) {
    this.folder = folder;
    this.frontDoor = frontDoor;
    this.infrastructure = infrastructure;
    this.launches = launches;
    this.services = new ArrayList<>(services);
    this.facts = facts;
    this.aotCaches = aotCaches;
    this.console = console;
  }

  /**
   * Returns when everything is ready. Interrupting the thread ends the start.
   *
   * @throws StartFailure with cause and fix; nothing is left running then
   */
  public static Platform start(Settings settings, Home home, Console console, AotCaches aotCaches) {
    DataFolder folder = DataFolder.open(settings.data());
    ServicePorts ports;
    FrontDoor frontDoor;
    try {
      PlatformFacts.deleteFrom(folder);
      ports = ServicePorts.choose(settings, folder, console);
      frontDoor = openFrontDoor(settings, ports, home, console);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
    try {
      return start(settings, home, console, folder, aotCaches, ports, frontDoor);
    } catch (RuntimeException e) {
      frontDoor.close();
      throw e;
    }
  }

  private static Platform start(
      Settings settings,
      Home home,
      Console console,
      DataFolder folder,
      AotCaches aotCaches,
      ServicePorts ports,
      FrontDoor frontDoor) {
    Blueprint blueprint =
        Blueprint.in(folder)
            .withProgress(console::ready)
            .keptAlive(console::say)
            .withAotCaches(aotCaches)
            .closedByTheCaller();
    Infrastructure infrastructure =
        Infrastructures.start(settings.smtp().map(blueprint::withSmtp).orElse(blueprint));
    try {
      return startServices(
          settings, home, console, folder, aotCaches, ports, frontDoor, infrastructure);
    } catch (RuntimeException e) {
      infrastructure.close();
      throw e;
    }
  }

  public PlatformFacts facts() {
    return facts;
  }

  /** The process of a service or of a part of the infrastructure, by its name in messages. */
  public Optional<ProcessHandle> process(String name) {
    return PidFiles.in(folder.resolve("")).running(name);
  }

  /** The database in which the services keep their tables. */
  public Database database() {
    return infrastructure.database();
  }

  /**
   * Starts one more rsvp-service that nobody is told of; it ends with the platform.
   *
   * @param name of the process, unlike that of any other
   * @param classes a jar or folder, put behind the service's own on its class path
   * @param variables beside those of every service
   */
  public URI startBeside(String name, Path classes, Map<String, String> variables) {
    ServiceLaunches.Ports ports = freePorts();
    return startBeside(launches.beside(name, ports, classes, variables), ports);
  }

  /** As the other method, with nothing behind the service's own on its class path. */
  public URI startBeside(String name, Map<String, String> variables) {
    ServiceLaunches.Ports ports = freePorts();
    return startBeside(launches.beside(name, ports, variables), ports);
  }

  private static ServiceLaunches.Ports freePorts() {
    int requests = Ports.free();
    int management = Ports.free();
    return management == requests ? freePorts() : new ServiceLaunches.Ports(requests, management);
  }

  private URI startBeside(Launch launch, ServiceLaunches.Ports ports) {
    URI address = URI.create("http://localhost:" + ports.requests());
    URI management = URI.create("http://localhost:" + ports.management());
    ServiceProcess process =
        new ServiceProcess(launch, address, management, folder, aotCaches, console);
    services.add(process);
    process.start();
    return address;
  }

  /** Ends that service in order; it is not started again. */
  public void end(String name) {
    services.stream().filter(service -> service.name().equals(name)).forEach(ServiceProcess::stop);
    services.removeIf(service -> service.name().equals(name));
  }

  /** Ends everything, within a bounded time; the data stays. */
  @Override
  public void close() {
    PlatformFacts.deleteFrom(folder);
    stop(services);
    frontDoor.close();
    infrastructure.close();
  }

  // Before everything else: people who come early are told so.
  private static FrontDoor openFrontDoor(
      Settings settings, ServicePorts ports, Home home, Console console) {
    FrontDoor frontDoor =
        FrontDoor.open(
            settings.bind(),
            ports.frontDoor(),
            FrontDoorPaths.read(home.path()),
            ports.addressesByService(),
            settings.otherOrigins());
    console.say("  Soon at " + frontDoor.address());
    return frontDoor;
  }

  private static Platform startServices(
      Settings settings,
      Home home,
      Console console,
      DataFolder folder,
      AotCaches aotCaches,
      ServicePorts ports,
      FrontDoor frontDoor,
      Infrastructure infrastructure) {
    ServiceLaunches launches =
        ServiceLaunches.of(settings, home, folder, aotCaches, ports, infrastructure);
    List<ServiceProcess> services =
        ports.instances().stream()
            .filter(instance -> settings.services().contains(instance.service()))
            .map(each ->
                new ServiceProcess(
                    launches.of(each),
                    each.address(),
                    each.managementAddress(),
                    folder,
                    aotCaches,
                    console))
            .toList();
    try (SideBySide starts = new SideBySide()) {
      services.forEach(service -> starts.run(service::start));
      starts.await();
    } catch (RuntimeException e) {
      stop(services);
      throw e;
    }
    PlatformFacts facts = facts(settings, ports, frontDoor, infrastructure, launches);
    facts.writeTo(folder);
    return new Platform(
        folder, frontDoor, infrastructure, launches, services, facts, aotCaches, console);
  }

  private static PlatformFacts facts(
      Settings settings,
      ServicePorts ports,
      FrontDoor frontDoor,
      Infrastructure infrastructure,
      ServiceLaunches launches) {
    return new PlatformFacts(
        frontDoor.address(),
        ports.addresses(Service.RSVP),
        ports.address(Service.SCHEDULE),
        ports.address(Service.NOTIFICATION),
        ports.managementAddresses(Service.RSVP),
        ports.managementAddresses(Service.SCHEDULE).getFirst(),
        ports.managementAddresses(Service.NOTIFICATION).getFirst(),
        launches.organizer(),
        infrastructure.mailServer().smtp(),
        infrastructure.mailServer().inbox(),
        settings.changeWindow(),
        infrastructure.kafka().operator(),
        infrastructure.registry().login());
  }

  // All at once: each may take its time to finish what it has begun.
  private static void stop(List<ServiceProcess> services) {
    new OrderlyEnd(
            () -> {
              try (SideBySide stops = new SideBySide()) {
                services.reversed().forEach(service -> stops.run(service::stop));
                stops.await();
              }
            })
        .now();
  }
}
