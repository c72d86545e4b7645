package org.doorsopen.notification;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database as an earlier release left it, in a schema of its own, until it is migrated. */
final class EarlierDatabase implements AutoCloseable {

  private final String schema;
  private final Connection connection;
  private final Statement sql;

  private EarlierDatabase(String schema, Connection connection) throws SQLException {
    this.schema = schema;
    this.connection = connection;
    this.sql = connection.createStatement();
  }

  /**
   * @param version the last migration of that release
   */
  static EarlierDatabase of(String schema, String version) throws SQLException {
    EarlierDatabase database = new EarlierDatabase(schema, QueuePlansIT.connect());
    database.execute("drop schema if exists " + schema + " cascade");
    QueuePlansIT.flyway(schema).target(version).load().migrate();
    database.execute("set search_path to " + schema);
    return database;
  }

  void migrate() {
    QueuePlansIT.flyway(schema).load().migrate();
  }

  void execute(String statement) throws SQLException {
    sql.execute(statement);
  }

  /** The columns of each row, with a blank between. */
  List<String> rows(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var rows = sql.executeQuery(query)) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(rows.getString(i));
        }
        found.add(String.join(" ", cells));
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    execute("drop schema " + schema + " cascade");
    connection.close();
  }
}
