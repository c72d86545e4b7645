package org.doorsopen.notification.troubles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.doorsopen.notification.smtp.Verdict;
import org.doorsopen.web.database.StoredNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The troubles that keep mails from going out, for organizers: noted when it begins, when it goes
 * on and when it ends, and not for each mail. It is in the database so that any process can show
 * it.
 */
@Repository
public class ServerTroubles {

  /** A trouble shows itself at least this often; one that does not is over, or its process is. */
  private static final Duration SHOWN_FOR = Duration.ofHours(1);

  /**
   * @param words of the server, without addresses
   */
  public record ServerTrouble(Verdict verdict, Instant since, String words) {}

  private static final String NOTE =
      """
      insert into server_troubles (verdict, since, last_seen_at, words)
      values (:verdict, :now, :now, :words)
      on conflict (verdict) do update set last_seen_at = excluded.last_seen_at,
        words = excluded.words,
        since = case when server_troubles.last_seen_at < :forgotten then excluded.since
          else server_troubles.since end
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  ServerTroubles(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those that there are now, the oldest first. */
  public List<ServerTrouble> now() {
    return jdbc
        .sql("select * from server_troubles where last_seen_at >= ? order by since")
        .param(clock.instant().minus(SHOWN_FOR).atOffset(ZoneOffset.UTC))
        .query(ServerTroubles::read)
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  public void note(Verdict verdict, String words) {
    Instant now = clock.instant();
    jdbc.sql(NOTE)
        .param("verdict", verdict.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("forgotten", now.minus(SHOWN_FOR).atOffset(ZoneOffset.UTC))
        .param("words", words)
        .update();
  }

  public void over(Verdict verdict) {
    jdbc.sql("delete from server_troubles where verdict = ?").param(verdict.name()).update();
  }

  /** Empty for a verdict of a later build. */
  private static Optional<ServerTrouble> read(ResultSet row, int number) throws SQLException {
    Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
    String words = row.getString("words");
    return StoredNames.find(Verdict.class, row.getString("verdict"))
        .map(verdict -> new ServerTrouble(verdict, since, words));
  }
}
