package org.doorsopen.notification.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.settings.PublicUrl;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A calendar entry keeps its name when the platform moves. */
class CalendarUidsIT {

  private static final Path TABLE =
      Path.of("src/main/resources/db/migration/V51__calendar_hosts.sql");

  @Test
  void keepTheHostThatWasTheFirst() throws IOException {
    Database server = SharedInfrastructure.get().database();
    SingleConnectionDataSource database =
        new SingleConnectionDataSource(server.jdbcUrl(), server.user(), server.password(), true);
    try {
      JdbcClient jdbc = JdbcClient.create(database);
      jdbc.sql("set search_path to pg_temp").update();
      jdbc.sql(Files.readString(TABLE)).update();

      assertThat(at("https://doors.example", jdbc).of("1")).isEqualTo("1@doors.example");
      assertThat(at("https://elsewhere.example", jdbc).of("1")).isEqualTo("1@doors.example");
      assertThat(at("http://localhost:8080", jdbc).of("2")).isEqualTo("2@doors.example");
    } finally {
      database.destroy();
    }
  }

  private static CalendarUids at(String url, JdbcClient jdbc) {
    return new CalendarUids(jdbc, PublicUrl.at(URI.create(url)));
  }
}
