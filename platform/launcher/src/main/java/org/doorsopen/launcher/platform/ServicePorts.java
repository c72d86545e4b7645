package org.doorsopen.launcher.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;

/**
 * Where the front door and each process of each service listen.
 *
 * @param frontDoor the port of the one address
 * @param instances the first of each service, then the further ones of rsvp-service
 */
record ServicePorts(int frontDoor, List<ServiceInstance> instances) {
  private static final String FRONT_DOOR = "front-door";
  private static final int FRONT_DOOR_PORT = 8080;

  /**
   * The ports that the user named; for the others those of the last run, else the defaults, else
   * free ones, so that two platforms run side by side.
   *
   * @throws StartFailure if a port that the user named is taken
   */
  static ServicePorts choose(Settings settings, DataFolder folder, Console console) {
    RememberedPorts remembered = RememberedPorts.in(folder);
    settings.port().ifPresent(port -> requireFree(Settings.PORT, port));
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      Optional<Integer> named = Optional.ofNullable(settings.ports().get(service));
      named.ifPresent(port -> requireFree(service.portSetting(), port));
      named.ifPresent(port -> ports.put(service, port));
    }
    int frontDoor =
        settings.port().orElseGet(() -> frontDoorPort(ports.values(), remembered, console));
    Set<Integer> taken = new HashSet<>(ports.values());
    taken.add(frontDoor);
    for (Service service : Service.values()) {
      ports.computeIfAbsent(service, unnamed -> unnamedPort(unnamed, taken, remembered, console));
    }
    return new ServicePorts(
        frontDoor, instances(ports, taken, settings.rsvpInstances(), remembered));
  }

  URI frontDoorAddress() {
    return URI.create("http://localhost:" + frontDoor);
  }

  URI address(Service service) {
    return addresses(service).getFirst();
  }

  /** Where each process says whether it is ready, and how it does. */
  List<URI> managementAddresses(Service service) {
    return instances.stream()
        .filter(instance -> instance.service() == service)
        .map(ServiceInstance::managementAddress)
        .toList();
  }

  List<URI> addresses(Service service) {
    return instances.stream()
        .filter(instance -> instance.service() == service)
        .map(ServiceInstance::address)
        .toList();
  }

  Map<Service, List<URI>> addressesByService() {
    return Stream.of(Service.values())
        .collect(Collectors.toMap(Function.identity(), this::addresses));
  }

  private static List<ServiceInstance> instances(
      Map<Service, Integer> ports,
      Set<Integer> taken,
      int rsvpInstances,
      RememberedPorts remembered) {
    List<ServiceInstance> instances = new ArrayList<>();
    ports.forEach((service, port) ->
        instances.add(
            new ServiceInstance(service, 1, port, management(service, 1, taken, remembered))));
    for (int number = 2; number <= rsvpInstances; number++) {
      int port = remembered.take(ServiceInstance.name(Service.RSVP, number));
      while (!taken.add(port)) {
        port = Ports.free();
      }
      instances.add(
          new ServiceInstance(
              Service.RSVP, number, port, management(Service.RSVP, number, taken, remembered)));
    }
    return List.copyOf(instances);
  }

  private static int management(
      Service service, int number, Set<Integer> taken, RememberedPorts remembered) {
    int port = remembered.take(ServiceInstance.name(service, number) + "-management");
    while (!taken.add(port)) {
      port = Ports.free();
    }
    return port;
  }

  private static int frontDoorPort(
      Collection<Integer> taken, RememberedPorts remembered, Console console) {
    int port = unnamedPort(FRONT_DOOR, FRONT_DOOR_PORT, taken, remembered);
    if (port != FRONT_DOOR_PORT) {
      console.say(
          "  The front door is at port %d instead of %d; %s would choose another"
              .formatted(port, FRONT_DOOR_PORT, Settings.PORT));
    }
    return port;
  }

  private static int unnamedPort(
      Service service, Set<Integer> taken, RememberedPorts remembered, Console console) {
    int port = unnamedPort(service.module(), service.defaultPort(), taken, remembered);
    taken.add(port);
    if (port != service.defaultPort()) {
      console.detail(
          "  %s listens on port %d instead of %d; %s would choose another"
              .formatted(service.module(), port, service.defaultPort(), service.portSetting()));
    }
    return port;
  }

  private static int unnamedPort(
      String name, int preferred, Collection<Integer> taken, RememberedPorts remembered) {
    int port = remembered.take(name, preferred);
    while (taken.contains(port)) {
      port = Ports.free();
    }
    return port;
  }

  private static void requireFree(String setting, int port) {
    if (!Ports.isFree(port)) {
      throw new StartFailure(
          "%s is %d, but another process listens there; end that one or name another port"
              .formatted(setting, port));
    }
  }
}
