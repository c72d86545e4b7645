package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.doorsopen.web.database.DatabaseFailures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that takes a statement and says nothing more is given up, and asked again later. */
@NotificationService
class FrozenDatabaseIT {

  private static final String PATIENCE = "socketTimeout";

  @Autowired HikariDataSource pool;

  @Test
  void holdsNobodyForEver() {
    assertThat(secondsOf(pool)).isBetween(1, 30);

    try (HikariDataSource hasty = withPatienceOf("1")) {
      JdbcClient jdbc = JdbcClient.create(hasty);
      Throwable failure =
          assertTimeoutPreemptively(
              Duration.ofSeconds(40),
              () ->
                  catchThrowable(
                      () -> jdbc.sql("select pg_sleep(60)").query((_, _) -> true).single()));

      assertThat(failure).isNotNull();
      assertThat(DatabaseFailures.isAway(failure)).isTrue();
    }
  }

  /** Zero would be for ever. */
  private static int secondsOf(HikariDataSource connections) {
    return Integer.parseInt(connections.getDataSourceProperties().getProperty(PATIENCE));
  }

  /** The service's connections, but for how long they wait. */
  private HikariDataSource withPatienceOf(String seconds) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(pool.getJdbcUrl());
    settings.setUsername(pool.getUsername());
    settings.setPassword(pool.getPassword());
    settings.setMaximumPoolSize(1);
    settings.setDataSourceProperties(pool.getDataSourceProperties());
    settings.addDataSourceProperty(PATIENCE, seconds);
    return new HikariDataSource(settings);
  }
}
