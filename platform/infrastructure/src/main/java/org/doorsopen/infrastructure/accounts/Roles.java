package org.doorsopen.infrastructure.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.process.StartFailure;

/**
 * Makes databases and roles where they are missing, and sets right what an earlier version has left
 * behind. Everything may be done again at each start.
 */
public final class Roles {
  // Compose runs the same file.
  private static final String SERVICE_ROLE = "/org/doorsopen/infrastructure/service-role.sql";

  private final Database superuser;

  /**
   * @param superuser in the database in which all of this is done
   */
  public Roles(Database superuser) {
    this.superuser = superuser;
  }

  /**
   * A database of the superuser's, in which nobody may do anything yet. A role of the same name, to
   * which it belonged once, cannot log in any more.
   */
  public void ensureDatabase(String name) {
    run(connection -> {
      createIfMissing(connection, name);
      try (Statement statement = connection.createStatement()) {
        statement.execute("alter database %s owner to current_user".formatted(name));
        if (exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
          statement.execute("alter role %s nologin password null".formatted(name));
        }
      }
    });
  }

  /** A database with an owner who is let into this one alone. */
  public void ensureOwnedDatabase(Database owned) {
    String name = owned.user();
    run(connection -> {
      try (Statement statement = connection.createStatement()) {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
          statement.execute("create role %s".formatted(name));
        }
        statement.execute(
            "alter role %s with login nosuperuser nocreatedb nocreaterole password '%s'"
                .formatted(name, owned.password()));
        createIfMissing(connection, name);
        statement.execute("alter database %s owner to %s".formatted(name, name));
        statement.execute("revoke all on database %s from public".formatted(name));
      }
    });
  }

  /** The roles of services in the superuser's database, each with its schema. */
  public void ensureServices(List<Database> services) {
    String script = script();
    run(connection -> {
      for (Database service : services) {
        ensureService(connection, service, script);
      }
    });
  }

  private static void ensureService(Connection connection, Database service, String script)
      throws SQLException {
    try (PreparedStatement settings =
            connection.prepareStatement(
                "select set_config('doors.service', ?, false),"
                    + " set_config('doors.password', ?, false)");
        Statement statement = connection.createStatement()) {
      settings.setString(1, service.user());
      settings.setString(2, service.password());
      settings.execute();
      statement.execute(script);
    }
  }

  // Names are our own, never somebody's input; passwords are generated letters and digits.
  private static void createIfMissing(Connection connection, String database) throws SQLException {
    if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create database %s".formatted(database));
      }
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  private void run(Work work) {
    try (Connection connection =
        DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password())) {
      work.on(connection);
    } catch (SQLException e) {
      throw new StartFailure("The databases cannot be made: " + e.getMessage(), e);
    }
  }

  private static String script() {
    try (InputStream file = Roles.class.getResourceAsStream(SERVICE_ROLE)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }
}
