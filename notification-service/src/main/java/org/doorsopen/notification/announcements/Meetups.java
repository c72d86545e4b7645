package org.doorsopen.notification.announcements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.inbox.Cause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Meetups in all versions that were seen. */
@Repository
public class Meetups {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient database;

  Meetups(JdbcClient database) {
    this.database = database;
  }

  /**
   * Waits until nobody else changes this meetup or tells its recipients, and keeps others from it
   * until the transaction ends. To be called before anything about the meetup is read.
   */
  void lock(String meetupId) {
    lock("pg_advisory_xact_lock", meetupId);
  }

  /** Keeps the meetup as it is until the transaction ends, for any number of readers. */
  public void lockShared(String meetupId) {
    lock("pg_advisory_xact_lock_shared", meetupId);
  }

  private void lock(String function, String meetupId) {
    database
        .sql("select " + function + "(hashtextextended(?, 0))")
        .param(meetupId)
        .query((_, _) -> true)
        .single();
  }

  public Optional<Publication> latest(String meetupId) {
    return database
        .sql("select * from meetup_version where meetup_id = ? order by version desc limit 1")
        .param(meetupId)
        .query(Meetups::read)
        .optional();
  }

  /** That version, or the nearest older one that was seen. */
  Optional<Publication> asOf(String meetupId, int version) {
    return database
        .sql(
            """
            select * from meetup_version where meetup_id = ? and version <= ?
            order by version desc limit 1
            """)
        .params(meetupId, version)
        .query(Meetups::read)
        .optional();
  }

  /** The publications after one version up to another, in order. */
  List<Publication> between(String meetupId, int after, int upTo) {
    return database
        .sql(
            """
            select * from meetup_version where meetup_id = ? and version > ? and version <= ?
            order by version
            """)
        .params(meetupId, after, upTo)
        .query(Meetups::read)
        .list();
  }

  void add(Publication publication) {
    database
        .sql(
            """
            insert into meetup_version (meetup_id, version, cancelled, meetup, fingerprint, note,
              tell_everyone, published_at, cause_topic, cause_partition, cause_offset, cause_id)
            values (:meetupId, :version, :cancelled, cast(:meetup as jsonb), :fingerprint, :note,
              :tellEveryone, :publishedAt, :topic, :partition, :offset, :eventId)
            """)
        .param("meetupId", publication.meetupId())
        .param("version", publication.version())
        .param("cancelled", publication.cancelled())
        .param("meetup", JSON.writeValueAsString(publication.meetup()))
        .param("fingerprint", publication.fingerprint())
        .param("note", publication.note())
        .param("tellEveryone", publication.tellEveryone())
        .param("publishedAt", Timestamp.from(publication.publishedAt()))
        .param("topic", publication.cause().topic())
        .param("partition", publication.cause().partition())
        .param("offset", publication.cause().offset())
        .param("eventId", publication.cause().eventId())
        .update();
  }

  /** Up to which version those concerned have been told; 0 if nothing was known to tell. */
  int announcedVersion(String meetupId) {
    return database
        .sql("select version from announced where meetup_id = ?")
        .param(meetupId)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  void announced(String meetupId, int version) {
    database
        .sql(
            """
            insert into announced (meetup_id, version) values (?, ?)
            on conflict (meetup_id) do update set version = excluded.version
            """)
        .params(meetupId, version)
        .update();
  }

  private static Publication read(ResultSet row, int number) throws SQLException {
    return new Publication(
        row.getString("meetup_id"),
        row.getInt("version"),
        row.getBoolean("cancelled"),
        JSON.readValue(row.getString("meetup"), Meetup.class),
        row.getString("fingerprint"),
        row.getString("note"),
        row.getBoolean("tell_everyone"),
        row.getTimestamp("published_at").toInstant(),
        new Cause(
            row.getString("cause_topic"),
            row.getInt("cause_partition"),
            row.getLong("cause_offset"),
            row.getString("cause_id")));
  }
}
