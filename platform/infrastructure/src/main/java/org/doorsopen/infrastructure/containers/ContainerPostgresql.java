package org.doorsopen.infrastructure.containers;

import java.sql.DriverManager;
import org.doorsopen.infrastructure.Database;
import org.testcontainers.containers.GenericContainer;

/** PostgreSQL with the services' database in it. */
record ContainerPostgresql(Database database, ContainerPart part) {
  private static final String NAME = "doors";

  static ContainerPostgresql of(Belonging belonging, int port, String password) {
    String address = "127.0.0.1:" + port;
    Database database =
        new Database("jdbc:postgresql://%s/%s".formatted(address, NAME), NAME, password);
    GenericContainer<?> container =
        belonging
            .container("postgresql", "/var/lib/postgresql")
            .withEnv("POSTGRES_USER", NAME)
            .withEnv("POSTGRES_DB", NAME)
            .withEnv("POSTGRES_PASSWORD", password)
            .withCommand("postgres", "-cmax_connections=200");
    return new ContainerPostgresql(
        database,
        new ContainerPart(
            "postgresql",
            address,
            ContainerPart.published(container, port, 5432),
            () -> takesLogins(database)));
  }

  private static boolean takesLogins(Database database) throws Exception {
    try (var connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      return connection.isValid(1);
    }
  }
}
