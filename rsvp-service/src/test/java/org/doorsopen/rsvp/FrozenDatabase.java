package org.doorsopen.rsvp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.Database;

/** All processes of PostgreSQL, stopped in their tracks until this is closed. */
public final class FrozenDatabase implements AutoCloseable {

  private final List<ProcessHandle> processes;

  private FrozenDatabase(List<ProcessHandle> processes) {
    this.processes = processes;
  }

  /**
   * Waits first until the service has let its connections rest for so long that it will not trust
   * them without a look, as it is when a request comes now and then.
   */
  public static FrozenDatabase freeze(Database database) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              number(
                      connection,
                      "select count(*) from pg_stat_activity where application_name = 'rsvp-service'"
                          + " and state_change > clock_timestamp() - interval '600 milliseconds'")
                  == 0);
      FrozenDatabase frozen =
          new FrozenDatabase(family(number(connection, "select pg_backend_pid()")));
      frozen.signal("STOP");
      return frozen;
    }
  }

  /** The postmaster, which takes new connections, and everything that it has started. */
  private static List<ProcessHandle> family(long backend) {
    ProcessHandle postmaster =
        ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void signal(String name) {
    String pids =
        processes.stream().map(process -> "" + process.pid()).collect(Collectors.joining(" "));
    try {
      // A shell has "kill" built in; the program of that name is missing from slim images.
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -%s %s".formatted(name, pids)).inheritIO().start();
      assertThat(kill.waitFor()).as("kill -%s", name).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    signal("CONT");
  }
}
