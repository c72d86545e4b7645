package org.doorsopen.schedule;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.start.SharedInfrastructure;

/** A database that has ended the connections of one account, and takes no others of it. */
final class ClosedDatabase implements AutoCloseable {

  private final String account;

  private ClosedDatabase(String account) {
    this.account = account;
  }

  static ClosedDatabase to(String account) throws SQLException {
    ClosedDatabase closed = new ClosedDatabase(account);
    closed.execute("alter role %s nologin".formatted(account));
    closed.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'"
            .formatted(account));
    return closed;
  }

  @Override
  public void close() throws SQLException {
    execute("alter role %s login".formatted(account));
  }

  private void execute(String sql) throws SQLException {
    Database database = SharedInfrastructure.get().database();
    try (Connection superuser =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
