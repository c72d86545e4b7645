package org.doorsopen.rsvp.locks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps instances from doing the same work at the same time. A lock belongs to a session, and not
 * to a transaction: the work may take minutes and wait for Kafka, and a transaction that is open
 * for so long keeps PostgreSQL from clearing dead rows away. While the work goes on, one connection
 * of the pool is set aside; if the instance dies, its session and the lock end with it.
 */
@Component
public class AdvisoryLocks {

  private static final Logger log = LoggerFactory.getLogger(AdvisoryLocks.class);

  private final JdbcTemplate jdbc;

  AdvisoryLocks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Does the work unless another instance, or another thread of this one, is doing it. Must not be
   * called within a transaction; the work opens its own.
   *
   * @return what the work returned, or nothing if it is being done elsewhere
   * @throws RuntimeException what the work threw; the lock is free then
   */
  public <T> Optional<T> unlessTaken(AdvisoryLock lock, Supplier<T> work) {
    return jdbc.execute(
        (ConnectionCallback<Optional<T>>)
            session -> {
              if (!ask(session, "select pg_try_advisory_lock(?)", lock)) {
                return Optional.empty();
              }
              try {
                return Optional.of(work.get());
              } finally {
                release(session, lock);
              }
            });
  }

  /** As {@link #unlessTaken}, for work that returns nothing. */
  public void runUnlessTaken(AdvisoryLock lock, Runnable work) {
    unlessTaken(
        lock,
        () -> {
          work.run();
          return true;
        });
  }

  private static boolean ask(Connection session, String sql, AdvisoryLock lock)
      throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      statement.setLong(1, lock.number());
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** A session that cannot release its lock must not go back to the pool and keep it. */
  private static void release(Connection session, AdvisoryLock lock) throws SQLException {
    try {
      ask(session, "select pg_advisory_unlock(?)", lock);
    } catch (SQLException e) {
      log.warn("Ending the database session that holds the lock {}", lock, e);
      session.abort(Runnable::run);
    }
  }
}
