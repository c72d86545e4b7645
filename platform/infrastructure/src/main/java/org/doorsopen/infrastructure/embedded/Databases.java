package org.doorsopen.infrastructure.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.process.StartFailure;

/** Makes databases and their owners where they are missing. */
final class Databases {
  private Databases() {}

  static void ensure(Database superuser, List<Database> wanted) {
    try (Connection connection =
        DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password())) {
      for (Database database : wanted) {
        ensure(connection, database);
      }
    } catch (SQLException e) {
      throw new StartFailure("The databases cannot be made: " + e.getMessage(), e);
    }
  }

  // Names are our own, never somebody's input; the password is generated letters and digits.
  private static void ensure(Connection connection, Database database) throws SQLException {
    String name = database.user();
    try (Statement statement = connection.createStatement()) {
      if (isMissing(connection, "select 1 from pg_roles where rolname = ?", name)) {
        statement.execute(
            "create role %s login password '%s'".formatted(name, database.password()));
      }
      if (isMissing(connection, "select 1 from pg_database where datname = ?", name)) {
        statement.execute("create database %s owner %s".formatted(name, name));
      }
    }
  }

  private static boolean isMissing(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return !found.next();
      }
    }
  }
}
