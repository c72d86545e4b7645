package org.doorsopen.rsvp.status.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.doorsopen.rsvp.readmodel.StatusChanges;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Listens to PostgreSQL's notifications of the changes that any instance makes. Its one connection
 * is not from the pool, because it is kept for ever. Whenever it has to be made anew, everything
 * that is watched is read again.
 */
@Component
class ChangeListener implements SmartLifecycle {

  /** The connection's application_name in pg_stat_activity. */
  static final String NAME = "rsvp-service status changes";

  private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);
  private static final int CHECK_MILLIS = 10_000;
  private static final int CHECK_LIMIT_SECONDS = 5;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long MAX_PAUSE_MILLIS = 10_000;

  private final JdbcConnectionDetails database;
  private final StatusFeed feed;
  private volatile @Nullable Thread thread;

  ChangeListener(JdbcConnectionDetails database, StatusFeed feed) {
    this.database = database;
    this.feed = feed;
  }

  private void run() {
    BackOffExecution pauses = pauses();
    while (isRunning()) {
      try (Connection connection = connect()) {
        pauses = pauses();
        listen(connection);
      } catch (SQLException e) {
        if (isRunning()) {
          log.warn("Not hearing of status changes; trying again", e);
        }
      }
      sleep(pauses.nextBackOff());
    }
  }

  /** Doubles from one attempt to the next, and begins anew with each connection. */
  private static BackOffExecution pauses() {
    ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
    backOff.setMaxInterval(MAX_PAUSE_MILLIS);
    return backOff.start();
  }

  private Connection connect() throws SQLException {
    Properties settings = new Properties();
    PGProperty.USER.set(settings, database.getUsername());
    PGProperty.PASSWORD.set(settings, database.getPassword());
    PGProperty.APPLICATION_NAME.set(settings, NAME);
    PGProperty.CONNECT_TIMEOUT.set(settings, CHECK_LIMIT_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(settings, true);
    return DriverManager.getConnection(database.getJdbcUrl(), settings);
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + StatusChanges.CHANNEL);
    }
    feed.onAnyChange();
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (isRunning()) {
      PGNotification[] notifications = postgres.getNotifications(CHECK_MILLIS);
      if (notifications.length == 0 && !connection.isValid(CHECK_LIMIT_SECONDS)) {
        throw new SQLException("The connection is dead");
      }
      for (PGNotification notification : notifications) {
        feed.onChange(notification.getParameter());
      }
    }
  }

  private void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      thread = null;
    }
  }

  @Override
  public void start() {
    Thread listener = Thread.ofVirtual().name("status-changes").unstarted(this::run);
    thread = listener;
    listener.start();
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
