package org.doorsopen.infrastructure;

import java.util.HashMap;
import java.util.Map;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.access.ServiceAccount;

/**
 * A running Kafka, schema registry, database and mail server. The caller that started it closes it;
 * closing is bounded in time, leaves no process behind, and keeps the data.
 */
public interface Infrastructure extends AutoCloseable {

  Kafka kafka();

  /** As the operator sees it, who may do everything. */
  Registry registry();

  Registry registry(ServiceAccount service);

  /** The services' database, as its superuser sees it: for tests, benchmarks and operators. */
  Database database();

  /** The same database, as the service sees it: its own schema. */
  Database database(ServiceAccount service);

  MailServer mailServer();

  /**
   * Every mail that our own mail server has accepted since it started.
   *
   * @throws IllegalStateException if mail goes to a server outside, which nobody can read here
   */
  default Mailbox mailbox() {
    return mailServer().mailbox();
  }

  /**
   * The environment in which the service finds all of this: {@code DOORS_KAFKA} and its like, with
   * no passwords but its own.
   */
  default Map<String, String> settings(ServiceAccount service) {
    Database database = database(service);
    Map<String, String> settings = new HashMap<>();
    KafkaLogin login = kafka().login(service);
    settings.put("DOORS_KAFKA", login.bootstrapServers());
    settings.put("DOORS_KAFKA_USER", login.user());
    settings.put("DOORS_KAFKA_PASSWORD", login.password());
    settings.put("DOORS_REGISTRY", registry(service).login().toString());
    settings.put("DOORS_DATABASE", database.jdbcUrl());
    settings.put("DOORS_DATABASE_USER", database.user());
    settings.put("DOORS_DATABASE_PASSWORD", database.password());
    settings.put("DOORS_SMTP", mailServer().smtp());
    return settings;
  }

  @Override
  void close();
}
