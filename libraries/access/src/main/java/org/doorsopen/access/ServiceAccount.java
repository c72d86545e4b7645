package org.doorsopen.access;

import java.util.Locale;

/** A service, as the database and Kafka know it: with a name and a password of its own in each. */
public enum ServiceAccount {
  SCHEDULE,
  RSVP,
  NOTIFICATION;

  /** Its role in PostgreSQL, which owns the schema of the same name. */
  public String role() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the service, and of its user in Kafka. */
  public String service() {
    return role() + "-service";
  }
}
