package org.doorsopen.launcher.settings;

import org.doorsopen.access.ServiceAccount;

/** The three services, in the order in which an evening needs them. */
public enum Service {
  SCHEDULE("schedule-service", "DOORS_SCHEDULE_PORT", 8082),
  RSVP("rsvp-service", "DOORS_RSVP_PORT", 8081),
  NOTIFICATION("notification-service", "DOORS_NOTIFICATION_PORT", 8083);

  private final String module;
  private final String portSetting;
  private final int defaultPort;

  Service(String module, String portSetting, int defaultPort) {
    this.module = module;
    this.portSetting = portSetting;
    this.defaultPort = defaultPort;
  }

  /** The account by which it is known to Kafka and the database. */
  public ServiceAccount account() {
    return switch (this) {
      case SCHEDULE -> ServiceAccount.SCHEDULE;
      case RSVP -> ServiceAccount.RSVP;
      case NOTIFICATION -> ServiceAccount.NOTIFICATION;
    };
  }

  /** The Maven module, and the name of the process and its log. */
  public String module() {
    return module;
  }

  public String portSetting() {
    return portSetting;
  }

  /** Taken when it is free and the user names none. */
  public int defaultPort() {
    return defaultPort;
  }
}
