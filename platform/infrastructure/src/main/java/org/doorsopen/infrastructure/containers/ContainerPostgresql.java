package org.doorsopen.infrastructure.containers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.accounts.Roles;
import org.testcontainers.containers.GenericContainer;

/** PostgreSQL with the services' database in it. */
record ContainerPostgresql(
    Database database, Map<ServiceAccount, Database> services, ContainerPart part) {
  private static final String NAME = "doors";

  /**
   * @param password of the superuser by an empty name, of a service by its role after a dash
   */
  static ContainerPostgresql of(Belonging belonging, int port, UnaryOperator<String> password) {
    String address = "127.0.0.1:" + port;
    Database database =
        new Database("jdbc:postgresql://%s/%s".formatted(address, NAME), NAME, password.apply(""));
    Map<ServiceAccount, Database> services = new EnumMap<>(ServiceAccount.class);
    for (ServiceAccount service : ServiceAccount.values()) {
      String role = service.role();
      services.put(service, new Database(database.jdbcUrl(), role, password.apply("-" + role)));
    }
    GenericContainer<?> container =
        belonging
            .container("postgresql", "/var/lib/postgresql")
            .withEnv("POSTGRES_USER", NAME)
            .withEnv("POSTGRES_DB", NAME)
            .withEnv("POSTGRES_PASSWORD", database.password())
            .withCommand("postgres", "-cmax_connections=200");
    return new ContainerPostgresql(
        database,
        services,
        new ContainerPart(
            "postgresql",
            address,
            ContainerPart.published(container, port, 5432),
            database::takesLogins));
  }

  Database database(ServiceAccount service) {
    return Objects.requireNonNull(services.get(service));
  }

  void ensureRoles() {
    new Roles(database).ensureServices(List.copyOf(services.values()));
  }
}
