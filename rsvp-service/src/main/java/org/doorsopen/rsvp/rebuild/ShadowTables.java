package org.doorsopen.rsvp.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.doorsopen.rsvp.readmodel.DeletedRecords;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.rsvp.readmodel.ReadPositions;
import org.doorsopen.rsvp.readmodel.SchemaPair;
import org.doorsopen.rsvp.readmodel.StatusChanges;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * The tables of the read model once more, in a schema beside the one that answers, made by the same
 * migrations. Which tables there are is what the projections say.
 */
@Component
class ShadowTables {

  private final Flyway flyway;
  private final DataSource database;
  private final JdbcTemplate jdbc;
  private final List<KeyedTable> tables;
  private final SchemaPair schemas;

  ShadowTables(Flyway flyway, DataSource database, List<Projection> projections) {
    this.flyway = flyway;
    this.database = database;
    // Not the shared template, whose statements end after seconds: these are about all rows.
    this.jdbc = new JdbcTemplate(database);
    this.tables = tablesOf(projections);
    String live = flyway.getConfiguration().getDefaultSchema();
    this.schemas = new SchemaPair(live, live + "_rebuild");
  }

  /** The positions come last, because every transaction of a listener locks them last. */
  private static List<KeyedTable> tablesOf(List<Projection> projections) {
    return Stream.concat(
            projections.stream().flatMap(projection -> projection.tables().stream()),
            Stream.of(ReadPositions.TABLE))
        .toList();
  }

  /** All tables of the read model, in an order in which they may be locked. */
  List<KeyedTable> tables() {
    return tables;
  }

  /** Makes the tables, without rows; they must not exist yet. */
  void create() {
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .defaultSchema(schemas.rebuilt())
        .schemas(schemas.rebuilt())
        .load()
        .migrate();
  }

  boolean exist() {
    return jdbc.queryForObject(
        "select to_regnamespace(?) is not null", Boolean.class, schemas.rebuilt());
  }

  /** Drops the tables if they exist, whether a rebuild has ended or was killed. */
  void drop() {
    jdbc.execute("drop schema if exists %s cascade".formatted(schemas.rebuilt()));
  }

  /** Connections of the same pool that see these tables instead of those that answer. */
  DataSource connections() {
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        connection.setSchema(schemas.rebuilt());
        return connection;
      }
    };
  }

  /**
   * Keeps everybody from writing to the tables that answer until the transaction ends; reading goes
   * on.
   *
   * @throws org.springframework.dao.DataAccessException if a writer does not end within 5 seconds
   */
  void holdWriters() {
    jdbc.execute("set local lock_timeout = '5s'");
    for (KeyedTable table : tables) {
      jdbc.execute(schemas.in("lock table %1$s.%3$s in exclusive mode", table));
    }
  }

  /**
   * Takes over the rows of records that a topic no longer holds.
   *
   * @return RSVPs that would have been lost
   */
  int keep(Projection projection, DeletedRecords deleted) {
    return projection.keep(deleted, schemas, jdbc);
  }

  /** Takes over the rows of records that later ones have replaced in their topic. */
  void keepReplaced(Projection projection) {
    projection.keepReplaced(schemas, jdbc);
  }

  /**
   * Makes the tables that answer equal to these, row by row where they differ. Renaming whole
   * tables would be quicker, but would lock out readers.
   *
   * @return rows that were wrong, superfluous or missing
   */
  int takeOver() {
    int changed = 0;
    for (KeyedTable table : tables) {
      int removed = removeWhatDiffers(table);
      int added = addWhatIsMissing(table);
      changed += table.equals(ReadPositions.TABLE) ? 0 : Math.max(removed, added);
    }
    jdbc.queryForObject(
        "select count(pg_notify(?, meetup_id)) from meetup_states where ends_at > now()",
        Long.class,
        StatusChanges.CHANNEL);
    return changed;
  }

  private int removeWhatDiffers(KeyedTable table) {
    return jdbc.update(
        schemas.in(
            """
            delete from %1$s.%3$s where ctid in (
              select answering.ctid
                from %1$s.%3$s answering left join %2$s.%3$s rebuilt using (%4$s)
               where answering.* is distinct from rebuilt.*)
            """,
            table));
  }

  private int addWhatIsMissing(KeyedTable table) {
    return jdbc.update(
        schemas.in("insert into %1$s.%3$s select * from %2$s.%3$s on conflict do nothing", table));
  }
}
