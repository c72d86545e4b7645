package org.doorsopen.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doorsopen.notification.inbox.Cause;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The queue and the log: one row per mail, without a word of what it says. */
@Repository
class Mails {

  static final String COLUMNS =
      """
      select id, number, rsvp_id, meetup_id, kind, schedule_version, facts,
             case when status = 'QUEUED' and hand is not null then 'SENDING' else status end
               as status,
             attempts, unanswered, occurred_at, queued_at, sent_at, last_error, retried_at,
             cause_topic, cause_partition, cause_offset, cause_id
      from mail
      """;

  private static final int BATCH = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient database;
  private final NamedParameterJdbcOperations batches;

  Mails(JdbcClient database, NamedParameterJdbcOperations batches) {
    this.database = database;
    this.batches = batches;
  }

  /** Those that were queued before are left as they are. */
  void add(List<NewMail> mails, MailStatus status, @Nullable String error, Instant now) {
    for (int from = 0; from < mails.size(); from += BATCH) {
      List<NewMail> batch = mails.subList(from, Math.min(from + BATCH, mails.size()));
      batches.batchUpdate(
          """
          insert into mail (id, rsvp_id, meetup_id, kind, about, schedule_version, facts,
            status, occurred_at, queued_at, next_attempt_at, last_error,
            cause_topic, cause_partition, cause_offset, cause_id)
          values (:id, :rsvpId, :meetupId, :kind, :about, :scheduleVersion,
            cast(:facts as jsonb), :status, :occurredAt, :now, :now, :error,
            :topic, :partition, :offset, :eventId)
          on conflict do nothing
          """,
          batch.stream()
              .map(mail -> row(mail, status, error, now))
              .toArray(SqlParameterSource[]::new));
    }
  }

  private static SqlParameterSource row(
      NewMail mail, MailStatus status, @Nullable String error, Instant now) {
    return new MapSqlParameterSource()
        .addValue("id", mail.id())
        .addValue("rsvpId", mail.rsvpId())
        .addValue("meetupId", mail.meetupId())
        .addValue("kind", mail.kind().name())
        .addValue("about", mail.about())
        .addValue("scheduleVersion", mail.scheduleVersion())
        .addValue("facts", JSON.writeValueAsString(mail.facts()))
        .addValue("status", status.name())
        .addValue("occurredAt", Timestamp.from(mail.occurredAt()))
        .addValue("now", Timestamp.from(now))
        .addValue("error", error)
        .addValue("topic", mail.cause().topic())
        .addValue("partition", mail.cause().partition())
        .addValue("offset", mail.cause().offset())
        .addValue("eventId", mail.cause().eventId());
  }

  /** What waits for the contact of an RSVP is due now. */
  void hurry(String rsvpId, Instant now) {
    database
        .sql(
            """
            update mail set next_attempt_at = ?
            where rsvp_id = ? and status = 'QUEUED' and hand is null
            """)
        .params(Timestamp.from(now), rsvpId)
        .update();
  }

  /** What waits for a version of the meetup's schedule newer than the given one is due now. */
  void hurryAfter(String meetupId, int version, Instant now) {
    database
        .sql(
            """
            update mail set next_attempt_at = ?
            where meetup_id = ? and status = 'QUEUED' and hand is null
              and schedule_version > ?
            """)
        .params(Timestamp.from(now), meetupId, version)
        .update();
  }

  boolean existsSince(String rsvpId, MailKind kind, Instant occurredAfter) {
    return database
        .sql("select exists (select from mail where rsvp_id = ? and kind = ? and occurred_at > ?)")
        .params(rsvpId, kind.name(), Timestamp.from(occurredAfter))
        .query(Boolean.class)
        .single();
  }

  /** False unless it was given up. */
  boolean reopen(UUID id, Instant now) {
    return database
            .sql(
                """
                update mail set status = 'QUEUED', retried_at = :now, next_attempt_at = :now
                where id = :id and status in ('FAILED', 'MISSED')
                """)
            .param("id", id)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** What was not sent never is, and nobody's words about an address stay. */
  void erase(String rsvpId) {
    database
        .sql(
            """
            update mail set last_error = :reason,
              status = case when status = 'QUEUED' and hand is null then 'MISSED'
                else status end
            where rsvp_id = :rsvpId
              and (status = 'QUEUED' and hand is null or last_error is not null)
            """)
        .param("reason", MissedReasons.ERASED)
        .param("rsvpId", rsvpId)
        .update();
  }

  static Mail read(ResultSet row, int number) throws SQLException {
    return new Mail(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("rsvp_id"),
        row.getString("meetup_id"),
        MailKind.valueOf(row.getString("kind")),
        row.getInt("schedule_version"),
        JSON.readValue(row.getString("facts"), MailFacts.class),
        MailStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        row.getInt("unanswered"),
        row.getTimestamp("occurred_at").toInstant(),
        row.getTimestamp("queued_at").toInstant(),
        instant(row, "sent_at"),
        row.getString("last_error"),
        instant(row, "retried_at"),
        new Cause(
            row.getString("cause_topic"),
            row.getInt("cause_partition"),
            row.getLong("cause_offset"),
            row.getString("cause_id")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
