package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.doorsopen.web.database.DatabaseFailures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that takes a statement and says nothing more is given up, and asked again later. */
@NotificationService
class FrozenDatabaseIT {

  @Autowired JdbcClient jdbc;

  @Test
  void holdsNobodyForEver() {
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
