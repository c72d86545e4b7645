package org.doorsopen.chaos.erasure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import org.doorsopen.chaos.experiment.ChaosFailure;

/**
 * Has PostgreSQL write its files anew, which it does in its own time otherwise: a row that was
 * changed stays in its page until something else needs the place, and what was logged ahead of it
 * until its segment is used again.
 */
final class DatabaseFiles {
  private static final int MAX_ROUNDS = 30;
  private static final int LINE_OF_THE_PORT = 3;

  private final Path data;

  /**
   * @param data the platform's folder, which has the superuser's password
   */
  DatabaseFiles(Path data) {
    this.data = data;
  }

  /**
   * @param done whether the files are free of what was erased; asked again and again
   */
  void writeAnewUntil(BooleanSupplier done) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum full");
      for (int round = 0; round < MAX_ROUNDS && !done.getAsBoolean(); round++) {
        // A segment of the log, full of nothing; after a checkpoint the older ones are used again.
        statement.execute(
            "select pg_logical_emit_message(false, 'nothing', repeat('0', 16 * 1024 * 1024))");
        statement.execute("select pg_switch_wal()");
        statement.execute("checkpoint");
      }
    } catch (SQLException | IOException e) {
      throw new ChaosFailure("PostgreSQL does not write its files anew: " + e.getMessage());
    }
  }

  private Connection connect() throws SQLException, IOException {
    String port =
        Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(LINE_OF_THE_PORT).strip();
    String password = Files.readString(data.resolve("secrets/database-password")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/doors".formatted(port), "postgres", password);
  }
}
