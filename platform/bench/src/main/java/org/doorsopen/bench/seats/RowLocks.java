package org.doorsopen.bench.seats;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.doorsopen.bench.events.Evenings;
import org.doorsopen.bench.measuring.BenchFailure;
import org.doorsopen.infrastructure.Database;

/**
 * The usual alternative: one transaction per RSVP that locks the meetup's row. Kafka acknowledges
 * records that the operating system has taken, without waiting for the disk; the same durability in
 * PostgreSQL is {@code fsync=off}: either survives a killed process, neither a power cut.
 */
final class RowLocks {

  private static final int CONNECTIONS = 8;

  private final Database database;

  /**
   * @param database as its superuser sees it
   */
  RowLocks(Database database) {
    this.database = database;
  }

  void prepare() {
    superuser("drop schema if exists bench cascade");
    superuser("create schema bench");
    superuser(
        "create table bench.meetups (id uuid primary key, capacity int not null,"
            + " confirmed int not null, waiting int not null)");
    superuser(
        "create table bench.rsvps (id uuid primary key, meetup_id uuid not null,"
            + " attendee_id text not null, state text not null, number int not null,"
            + " unique (meetup_id, attendee_id))");
  }

  /** The number of RSVPs decided in a second. */
  double rate(int meetups, Duration length, boolean fsync) {
    superuser("alter system set fsync = " + (fsync ? "on" : "off"));
    superuser("select pg_reload_conf()");
    List<UUID> ids = Evenings.newIds(meetups).stream().map(UUID::fromString).toList();
    ids.forEach(
        id -> superuser("insert into bench.meetups values ('%s', 20000, 0, 0)".formatted(id)));
    long end = System.nanoTime() + length.toNanos();
    Callable<Integer> client = () -> decideUntil(end, ids);
    try (ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS)) {
      int decided = 0;
      for (Future<Integer> each :
          clients.invokeAll(IntStream.range(0, CONNECTIONS).mapToObj(_ -> client).toList())) {
        decided += each.get();
      }
      return decided / (length.toNanos() / 1e9);
    } catch (ExecutionException e) {
      throw new BenchFailure("PostgreSQL failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted");
    }
  }

  /** Back to its usual value. */
  void restore() {
    superuser("alter system reset fsync");
    superuser("select pg_reload_conf()");
  }

  private int decideUntil(long end, List<UUID> meetupIds) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement lock =
            connection.prepareStatement(
                "select capacity, confirmed, waiting from bench.meetups where id = ? for update");
        PreparedStatement insert =
            connection.prepareStatement("insert into bench.rsvps values (?, ?, ?, ?, ?)");
        PreparedStatement update =
            connection.prepareStatement(
                "update bench.meetups set confirmed = ?, waiting = ? where id = ?")) {
      connection.setAutoCommit(false);
      int decided = 0;
      for (; System.nanoTime() < end; decided++) {
        UUID meetup = meetupIds.get(ThreadLocalRandom.current().nextInt(meetupIds.size()));
        decide(meetup, lock, insert, update);
        connection.commit();
      }
      return decided;
    }
  }

  private static void decide(
      UUID meetup, PreparedStatement lock, PreparedStatement insert, PreparedStatement update)
      throws SQLException {
    lock.setObject(1, meetup);
    try (ResultSet row = lock.executeQuery()) {
      row.next();
      int confirmed = row.getInt(2);
      int waiting = row.getInt(3);
      boolean fits = confirmed < row.getInt(1);
      UUID rsvp = UUID.randomUUID();
      insert.setObject(1, rsvp);
      insert.setObject(2, meetup);
      insert.setString(3, rsvp.toString());
      insert.setString(4, fits ? "CONFIRMED" : "WAITLISTED");
      insert.setInt(5, confirmed + waiting + 1);
      insert.executeUpdate();
      update.setInt(1, fits ? confirmed + 1 : confirmed);
      update.setInt(2, fits ? waiting : waiting + 1);
      update.setObject(3, meetup);
      update.executeUpdate();
    }
  }

  private void superuser(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new BenchFailure("PostgreSQL refused: " + sql, e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
