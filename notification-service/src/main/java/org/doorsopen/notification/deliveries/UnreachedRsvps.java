package org.doorsopen.notification.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The RSVPs of which a mail was given up, and whether a later one was taken. What changes is told
 * on Kafka afterwards: each change is a version, and the last that was told is noted.
 */
@Repository
public class UnreachedRsvps {

  private static final String NOTE_FAILED =
      """
      insert into unreached_rsvps (rsvp_id, meetup_id, mail_id, failure, changed_at)
      values (:rsvpId, :meetupId, :mailId, :failure, :now)
      on conflict (rsvp_id) do update set mail_id = excluded.mail_id, failure = excluded.failure,
        changed_at = excluded.changed_at, version = unreached_rsvps.version + 1
      where unreached_rsvps.failure is distinct from excluded.failure
      """;

  private static final String NOTE_RESUMED =
      """
      update unreached_rsvps set mail_id = :mailId, failure = null, changed_at = :now,
        version = version + 1
      where rsvp_id = :rsvpId and version = :version
      """;

  private static final String NOTE_TOLD =
      """
      update unreached_rsvps set told_version = :version
      where rsvp_id = :rsvpId and told_version < :version
      """;

  private final JdbcClient jdbc;

  UnreachedRsvps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param mailId the mail that was given up, or the one that was taken
   * @param failure null if mails arrive again
   */
  record Change(
      String rsvpId,
      String meetupId,
      UUID mailId,
      @Nullable Failure failure,
      Instant changedAt,
      int version) {}

  /** In the caller's transaction. A failure that is known already changes nothing. */
  public void noteFailed(
      String rsvpId, String meetupId, UUID mailId, Failure failure, Instant now) {
    jdbc.sql(NOTE_FAILED)
        .param("rsvpId", rsvpId)
        .param("meetupId", meetupId)
        .param("mailId", mailId)
        .param("failure", failure.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void noteResumed(Change failed, UUID mailId, Instant sentAt) {
    jdbc.sql(NOTE_RESUMED)
        .param("mailId", mailId)
        .param("now", sentAt.atOffset(ZoneOffset.UTC))
        .param("rsvpId", failed.rsvpId())
        .param("version", failed.version())
        .update();
  }

  void noteTold(Change change) {
    jdbc.sql(NOTE_TOLD)
        .param("rsvpId", change.rsvpId())
        .param("version", change.version())
        .update();
  }

  /** Those of which no later mail was taken, as far as it is known. */
  List<Change> failing(int limit) {
    return jdbc.sql(
            """
            select * from unreached_rsvps where failure is not null
            order by changed_at desc limit ?
            """)
        .param(limit)
        .query(UnreachedRsvps::read)
        .list();
  }

  List<Change> untold(int limit) {
    return jdbc.sql(
            "select * from unreached_rsvps where told_version < version order by changed_at limit ?")
        .param(limit)
        .query(UnreachedRsvps::read)
        .list();
  }

  private static Change read(ResultSet row, int number) throws SQLException {
    String failure = row.getString("failure");
    return new Change(
        row.getString("rsvp_id"),
        row.getString("meetup_id"),
        row.getObject("mail_id", UUID.class),
        failure == null ? null : Failure.valueOf(failure),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getInt("version"));
  }
}
