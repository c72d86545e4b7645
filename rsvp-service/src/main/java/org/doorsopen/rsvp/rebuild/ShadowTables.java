package org.doorsopen.rsvp.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.doorsopen.rsvp.readmodel.StatusChanges;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * The tables of the read model once more, in a schema beside the one that answers, made by the same
 * migrations.
 */
@Component
public class ShadowTables {

  private record Table(String name, String key) {}

  /** In the order in which the projections lock them. */
  private static final List<Table> TABLES =
      List.of(
          new Table("meetups", "meetup_id"),
          new Table("contacts", "rsvp_id"),
          new Table("rsvps", "rsvp_id"),
          new Table("seat_figures", "meetup_id"),
          new Table("read_positions", "topic, partition"));

  private final Flyway flyway;
  private final DataSource database;
  private final JdbcTemplate jdbc;
  private final String live;
  private final String shadow;

  /** Statements about all rows may take longer than those that somebody waits for. */
  ShadowTables(Flyway flyway, DataSource database) {
    this.flyway = flyway;
    this.database = database;
    this.jdbc = new JdbcTemplate(database);
    this.live = flyway.getConfiguration().getDefaultSchema();
    this.shadow = live + "_rebuild";
  }

  /** Empty. */
  public void create() {
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .defaultSchema(shadow)
        .schemas(shadow)
        .load()
        .migrate();
  }

  public boolean exist() {
    return jdbc.queryForObject("SELECT to_regnamespace(?) IS NOT NULL", Boolean.class, shadow);
  }

  /** Also what an attempt has left that was killed. */
  void drop() {
    jdbc.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(shadow));
  }

  /** Connections of the same pool that see these tables instead of those that answer. */
  DataSource connections() {
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        connection.setSchema(shadow);
        return connection;
      }
    };
  }

  /**
   * Nobody writes to the tables that answer until the transaction ends; reading goes on.
   *
   * @throws org.springframework.dao.DataAccessException if a writer keeps us waiting
   */
  void holdWriters() {
    jdbc.execute("SET LOCAL lock_timeout = '5s'");
    for (Table table : TABLES) {
      jdbc.execute("LOCK TABLE %s.%s IN EXCLUSIVE MODE".formatted(live, table.name()));
    }
  }

  /**
   * Takes over what the log of one partition no longer tells.
   *
   * @param begin of the log that is left
   * @return RSVPs that would have been lost
   */
  int keepDecisionsBefore(long begin, List<String> meetupIds) {
    String[] meetups = meetupIds.toArray(String[]::new);
    copy("seat_figures", begin, meetups);
    jdbc.update(
        """
        UPDATE %s.rsvps rebuilt SET first_offset = known.first_offset FROM %s.rsvps known
         WHERE known.rsvp_id = rebuilt.rsvp_id AND known.first_offset < ?
           AND known.meetup_id = ANY (?)
        """
            .formatted(shadow, live),
        begin,
        meetups);
    return copy("rsvps", begin, meetups);
  }

  private int copy(String table, long begin, String[] meetupIds) {
    return jdbc.update(
        """
        INSERT INTO %1$s.%3$s SELECT * FROM %2$s.%3$s
         WHERE read_offset < ? AND meetup_id = ANY (?) ON CONFLICT DO NOTHING
        """
            .formatted(shadow, live, table),
        begin,
        meetupIds);
  }

  /** Meetups of which something was decided before one of the offsets. */
  List<String> meetupsDecidedBefore(long offset) {
    return jdbc.queryForList(
        "SELECT DISTINCT meetup_id FROM %s.rsvps WHERE first_offset < ?".formatted(live),
        String.class,
        offset);
  }

  /**
   * Makes the tables that answer equal to these, by the rows that differ. Renaming whole tables
   * would be quicker, but would lock out whoever reads.
   *
   * @return rows that were wrong, superfluous or missing
   */
  int takeOver() {
    int changed = 0;
    for (Table table : TABLES) {
      int removed = removeWhatDiffers(table);
      int added = addWhatIsMissing(table);
      changed += table.key().endsWith("_id") ? Math.max(removed, added) : 0;
    }
    jdbc.queryForObject(
        "SELECT count(pg_notify(?, meetup_id)) FROM meetups WHERE ends_at > now()",
        Long.class,
        StatusChanges.CHANNEL);
    return changed;
  }

  private int removeWhatDiffers(Table table) {
    return jdbc.update(
        """
        DELETE FROM %1$s.%3$s WHERE ctid IN (
          SELECT answering.ctid
            FROM %1$s.%3$s answering LEFT JOIN %2$s.%3$s rebuilt USING (%4$s)
           WHERE answering.* IS DISTINCT FROM rebuilt.*)
        """
            .formatted(live, shadow, table.name(), table.key()));
  }

  private int addWhatIsMissing(Table table) {
    return jdbc.update(
        "INSERT INTO %1$s.%3$s SELECT * FROM %2$s.%3$s ON CONFLICT DO NOTHING"
            .formatted(live, shadow, table.name()));
  }
}
