package org.doorsopen.launcher.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;

/**
 * Where each process of each service listens.
 *
 * @param instances the first of each service, then the further ones of rsvp-service
 */
record ServicePorts(List<ServiceInstance> instances) {

  /**
   * The ports that the user named; for the others those of the last run, else the defaults, else
   * free ones, so that two platforms run side by side.
   *
   * @throws StartFailure if a port that the user named is taken
   */
  static ServicePorts choose(Settings settings, DataFolder folder, Console console) {
    RememberedPorts remembered = RememberedPorts.in(folder);
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      Optional<Integer> named = Optional.ofNullable(settings.ports().get(service));
      named.ifPresent(port -> requireFree(service, port));
      named.ifPresent(port -> ports.put(service, port));
    }
    for (Service service : Service.values()) {
      ports.computeIfAbsent(service, unnamed -> unnamedPort(unnamed, ports, remembered, console));
    }
    return new ServicePorts(instances(ports, settings.rsvpInstances(), remembered));
  }

  URI address(Service service) {
    return addresses(service).getFirst();
  }

  List<URI> addresses(Service service) {
    return instances.stream()
        .filter(instance -> instance.service() == service)
        .map(ServiceInstance::address)
        .toList();
  }

  private static List<ServiceInstance> instances(
      Map<Service, Integer> ports, int rsvpInstances, RememberedPorts remembered) {
    List<ServiceInstance> instances = new ArrayList<>();
    ports.forEach((service, port) -> instances.add(new ServiceInstance(service, 1, port)));
    Set<Integer> taken = new HashSet<>(ports.values());
    for (int number = 2; number <= rsvpInstances; number++) {
      int port = remembered.take(ServiceInstance.name(Service.RSVP, number));
      while (!taken.add(port)) {
        port = Ports.free();
      }
      instances.add(new ServiceInstance(Service.RSVP, number, port));
    }
    return List.copyOf(instances);
  }

  private static int unnamedPort(
      Service service, Map<Service, Integer> taken, RememberedPorts remembered, Console console) {
    int port = remembered.take(service.module(), service.defaultPort());
    while (taken.containsValue(port)) {
      port = Ports.free();
    }
    if (port != service.defaultPort()) {
      console.say(
          "  %s listens on port %d instead of %d; %s would choose another"
              .formatted(service.module(), port, service.defaultPort(), service.portSetting()));
    }
    return port;
  }

  private static void requireFree(Service service, int port) {
    if (!Ports.isFree(port)) {
      throw new StartFailure(
          "%s is %d, but another process listens there; end that one or name another port"
              .formatted(service.portSetting(), port));
    }
  }
}
