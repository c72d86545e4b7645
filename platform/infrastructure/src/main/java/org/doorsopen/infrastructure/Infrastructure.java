package org.doorsopen.infrastructure;

import java.util.Map;

/**
 * A running Kafka, schema registry, database and mail server. The caller that started it closes it;
 * closing is bounded in time, leaves no process behind, and keeps the data.
 */
public interface Infrastructure extends AutoCloseable {

  Kafka kafka();

  Registry registry();

  Database database();

  MailServer mailServer();

  /**
   * Every mail that our own mail server has accepted since it started.
   *
   * @throws IllegalStateException if mail goes to a server outside, which nobody can read here
   */
  default Mailbox mailbox() {
    return mailServer().mailbox();
  }

  /** The environment in which a service finds all of this: {@code DOORS_KAFKA} and its like. */
  default Map<String, String> settings() {
    return Map.of(
        "DOORS_KAFKA", kafka().bootstrapServers(),
        "DOORS_REGISTRY", registry().url().toString(),
        "DOORS_DATABASE", database().jdbcUrl(),
        "DOORS_DATABASE_USER", database().user(),
        "DOORS_DATABASE_PASSWORD", database().password(),
        "DOORS_SMTP", mailServer().smtp());
  }

  @Override
  void close();
}
