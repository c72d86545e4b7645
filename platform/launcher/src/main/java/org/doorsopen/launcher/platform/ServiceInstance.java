package org.doorsopen.launcher.platform;

import java.net.URI;
import org.doorsopen.launcher.settings.Service;

/**
 * One process of a service and where it listens.
 *
 * @param number 1, 2, 3 … among the processes of the same service
 * @param management the port of health and metrics
 */
record ServiceInstance(Service service, int number, int port, int management) {

  /** Of the process, and of its log and pid file. */
  String name() {
    return name(service, number);
  }

  static String name(Service service, int number) {
    return number == 1 ? service.module() : service.module() + "-" + number;
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  /** The address of health and metrics. */
  URI managementAddress() {
    return URI.create("http://localhost:" + management);
  }
}
