package org.doorsopen.notification.meetups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorsopen.notification.inbox.Cause;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.ConcurrentLruCache;

/** The store of meetups, in every version that was seen, and of how far people have been told. */
@Repository
public class Meetups {

  private static final String LATEST_VERSIONS =
      """
      select id, (select max(version) from meetup_versions where meetup_id = id) as version
      from unnest((select cast(:meetupIds as text[]))) as id
      """;

  /** The %s is the part of the owner of the messages, see {@link LastMessage#sql}. */
  private static final String NEWEST =
      """
      select (select max(version) from meetup_versions where meetup_id = :meetupId) as version,
        (%s) as last_message_at
      """;

  private static final String READ_VERSION =
      "select * from meetup_versions where meetup_id = :meetupId and version = :version";

  private static final int MAX_REMEMBERED = 100;

  private record Version(String meetupId, int version) {}

  /**
   * @param latest empty if no version was seen
   * @param lastMessageAt the time for which organizers wanted the last message that was read, or
   *     null
   */
  public record Newest(Optional<Publication> latest, @Nullable Instant lastMessageAt) {

    public boolean hasMessageSince(Instant then) {
      return lastMessageAt != null && !lastMessageAt.isBefore(then);
    }
  }

  private final JdbcClient jdbc;
  private final String newest;

  /** A version is read only after it was committed and never changes, so it may be kept. */
  private final ConcurrentLruCache<Version, Publication> seen =
      new ConcurrentLruCache<>(MAX_REMEMBERED, this::read);

  Meetups(JdbcClient jdbc, LastMessage lastMessage) {
    this.jdbc = jdbc;
    this.newest = NEWEST.formatted(lastMessage.sql());
  }

  /**
   * Locks the meetup against every other reader and writer until the transaction ends. It must be
   * called before anything about the meetup is read.
   */
  public void lock(String meetupId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(meetupId)
        .query((_, _) -> true)
        .single();
  }

  /** Locks the meetup against changes until the transaction ends; others may read it as well. */
  public void lockShared(String meetupId) {
    lockShared(List.of(meetupId));
  }

  /** As {@link #lockShared(String)}, for each of them. */
  public void lockShared(Collection<String> meetupIds) {
    jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(id, 0)) from unnest(?) as id")
        .param(meetupIds.toArray(String[]::new))
        .query((_, _) -> true)
        .list();
  }

  /** The latest version of each meetup; a meetup that was never seen is missing. */
  public Map<String, Publication> latest(Collection<String> meetupIds) {
    Map<String, Publication> publications = new HashMap<>();
    jdbc
        .sql(LATEST_VERSIONS)
        .param("meetupIds", meetupIds.toArray(String[]::new))
        .query((row, _) -> new Version(row.getString("id"), row.getInt("version")))
        .list()
        .stream()
        .filter(latest -> latest.version() > 0)
        .forEach(latest -> publications.put(latest.meetupId(), seen.get(latest)));
    return publications;
  }

  /**
   * A page of the meetups that take place and have not begun, in the order of their ids.
   *
   * @param after the last id of the page before; empty for the first page
   */
  public List<String> toCome(Instant now, String after, int limit) {
    return jdbc.sql(
            """
            select meetup_id from meetup_versions as latest
            where meetup_id > :after and not cancelled
              and cast(meetup ->> 'startsAt' as timestamptz) > :now
              and not exists (
                select from meetup_versions
                where meetup_id = latest.meetup_id and version > latest.version)
            order by meetup_id limit :limit
            """)
        .param("after", after)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /** Meetups whose latest version ended before the given time. */
  public List<String> overBefore(Instant time) {
    return jdbc.sql(
            """
            select distinct on (meetup_id) meetup_id from meetup_versions as latest
            where cast(meetup ->> 'endsAt' as timestamptz) < :time
              and not exists (
                select from meetup_versions
                where meetup_id = latest.meetup_id and version > latest.version)
            order by meetup_id
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list();
  }

  private Publication read(Version version) {
    return jdbc.sql(READ_VERSION)
        .param("meetupId", version.meetupId())
        .param("version", version.version())
        .query(Meetups::read)
        .single();
  }

  /** What a decision has to know of the meetup, in one statement. */
  public Newest newest(String meetupId) {
    return jdbc.sql(newest)
        .param("meetupId", meetupId)
        .query((row, _) -> newest(meetupId, row))
        .single();
  }

  private Newest newest(String meetupId, ResultSet row) throws SQLException {
    int version = row.getInt("version");
    OffsetDateTime lastMessageAt = row.getObject("last_message_at", OffsetDateTime.class);
    return new Newest(
        version == 0 ? Optional.empty() : Optional.of(seen.get(new Version(meetupId, version))),
        lastMessageAt == null ? null : lastMessageAt.toInstant());
  }

  public Optional<Publication> latest(String meetupId) {
    return Optional.ofNullable(latest(List.of(meetupId)).get(meetupId));
  }

  /** All versions that were seen. */
  public History history(String meetupId) {
    return new History(
        jdbc.sql("select * from meetup_versions where meetup_id = ? order by version")
            .param(meetupId)
            .query(Meetups::read)
            .list());
  }

  public void add(Publication publication) {
    jdbc.sql(
            """
            insert into meetup_versions (meetup_id, version, cancelled, meetup, fingerprint, note,
              tell_everyone, published_at, cause_topic, cause_partition, cause_offset, cause_id)
            values (:meetupId, :version, :cancelled, cast(:meetup as jsonb), :fingerprint, :note,
              :tellEveryone, :publishedAt, :topic, :partition, :offset, :eventId)
            """)
        .param("meetupId", publication.meetupId())
        .param("version", publication.version())
        .param("cancelled", publication.cancelled())
        .param("meetup", MeetupJson.write(publication.meetup()))
        .param("fingerprint", publication.fingerprint())
        .param("note", publication.note())
        .param("tellEveryone", publication.tellEveryone())
        .param("publishedAt", publication.publishedAt().atOffset(ZoneOffset.UTC))
        .param("topic", publication.cause().topic())
        .param("partition", publication.cause().partition())
        .param("offset", publication.cause().offset())
        .param("eventId", publication.cause().eventId())
        .update();
  }

  /** The version up to which people have been told; 0 if no version was known before. */
  public int announcedVersion(String meetupId) {
    return jdbc.sql("select version from announcements where meetup_id = ?")
        .param(meetupId)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  public void announced(String meetupId, int version) {
    jdbc.sql(
            """
            insert into announcements (meetup_id, version) values (?, ?)
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
        MeetupJson.read(row.getString("meetup")),
        row.getString("fingerprint"),
        row.getString("note"),
        row.getBoolean("tell_everyone"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        new Cause(
            row.getString("cause_topic"),
            row.getInt("cause_partition"),
            row.getLong("cause_offset"),
            row.getString("cause_id")));
  }
}
