package org.doorsopen.rsvp.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.doorsopen.rsvp.rebuild.Rebuild.Done;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rebuilds that organizers have asked for. */
@Repository
public class Rebuilds {

  private static final int MAX_LISTED = 100;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Rebuilds(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param organizer a name, never an address
   * @param doneAt null, as is its result, while it is under way and where it failed
   */
  public record Asked(
      String organizer, Instant askedAt, @Nullable Instant doneAt, @Nullable Done result) {}

  /** Notes one that begins, and returns its number. */
  long begun(String organizer) {
    return jdbc.sql("insert into rebuilds (organizer, asked_at) values (?, ?) returning number")
        .param(organizer)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  void done(long number, Done result) {
    jdbc.sql(
            """
            update rebuilds set done_at = ?, records = ?, changed = ?, kept = ? where number = ?
            """)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(result.records())
        .param(result.changed())
        .param(result.kept())
        .param(number)
        .update();
  }

  /** The latest hundred, the last first. */
  public List<Asked> latest() {
    return jdbc.sql(
            """
            select organizer, asked_at, done_at, records, changed, kept from rebuilds
            order by number desc limit ?
            """)
        .param(MAX_LISTED)
        .query((row, _) -> asked(row))
        .list();
  }

  private static Asked asked(ResultSet row) throws SQLException {
    Optional<Instant> doneAt =
        Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    Done result = new Done(row.getLong("records"), row.getInt("changed"), row.getInt("kept"));
    return new Asked(
        row.getString("organizer"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        doneAt.orElse(null),
        doneAt.isPresent() ? result : null);
  }
}
