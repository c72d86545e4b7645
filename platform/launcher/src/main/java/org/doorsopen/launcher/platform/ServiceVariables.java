package org.doorsopen.launcher.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorsopen.launcher.settings.Service;

/**
 * Which variables of an environment are settings of a service: those with a name of ours or of a
 * library that reads its settings there. Mail servers are notification-service's business alone.
 */
final class ServiceVariables {
  private static final List<String> SETTINGS =
      List.of("DOORS_", "SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_", "DB_SCHEDULER_");
  private static final String MAIL_SERVER = "DOORS_SMTP";

  private ServiceVariables() {}

  static Map<String, String> of(Service service, Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable -> SETTINGS.stream().anyMatch(variable.getKey()::startsWith))
        .filter(variable ->
            service == Service.NOTIFICATION || !variable.getKey().startsWith(MAIL_SERVER))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
