package org.doorsopen.notification.mails;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.Mail.Retry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * All mails that ever were, without their text. A mail is open until it is sent, or given up; while
 * it is open it is either in the {@link QueuedMails queue} or in a sender's {@link Batches batch}.
 */
@Repository
public class Mails {

  /** All columns but the status, which depends on the table that the mail is found by. */
  static final String COLUMNS =
      """
      id, mails.number, mails.rsvp_id, mails.meetup_id, kind, schedule_version, facts, attempts,
      unanswered, occurred_at, queued_at, sent_at, last_error, retried_at, retried_by, held_at,
      cause_topic, cause_partition, cause_offset, cause_id
      """;

  private static final String ADD =
      """
      with added as (
        insert into mails (id, rsvp_id, meetup_id, kind, about, schedule_version, facts,
          occurred_at, queued_at, cause_topic, cause_partition, cause_offset, cause_id)
        values (:id, :rsvpId, :meetupId, :kind, :about, :scheduleVersion, cast(:facts as jsonb),
          :occurredAt, :now, :topic, :partition, :offset, :eventId)
        on conflict do nothing
        returning id, number, rsvp_id, meetup_id
      )
      insert into queued_mails (mail_id, number, rsvp_id, meetup_id, due_at)
      select id, number, rsvp_id, meetup_id, cast(:now as timestamptz) from added
      """;

  private static final String ADD_MISSED =
      """
      insert into mails (id, rsvp_id, meetup_id, kind, about, schedule_version, facts, given_up,
        occurred_at, queued_at, last_error, cause_topic, cause_partition, cause_offset, cause_id)
      values (:id, :rsvpId, :meetupId, :kind, :about, :scheduleVersion, cast(:facts as jsonb),
        'MISSED', :occurredAt, :now, :reason, :topic, :partition, :offset, :eventId)
      on conflict do nothing
      """;

  private static final String EXISTS_SINCE =
      """
      select exists (
        select from mails where rsvp_id = :rsvpId and kind = :kind and occurred_at > :occurredAfter)
      """;

  /** The %s is the part of the owner of the recipients, see {@link Acceptance#sql}. */
  private static final String ACCEPT =
      """
      with sent as (
        update mails set sent_at = :now, attempts = attempts + 1, last_error = null
        where id = any((select cast(:mailIds as uuid[]))::uuid[]) and sent_at is null and given_up is null
        returning id, kind
      ), told as (
        %s
      ) select count(*) from sent
      """;

  private static final String GIVE_UP =
      """
      update mails set given_up = :status, attempts = attempts + :attempts, last_error = :error
      where id = :mailId and sent_at is null and given_up is null
      """;

  private static final String NOTE_FAILURE =
      """
      update mails set attempts = attempts + 1, unanswered = unanswered + :unanswered,
        last_error = :error
      where id = :mailId and sent_at is null and given_up is null
      """;

  private static final String NOTE_LOST =
      """
      update mails set attempts = attempts + 1, unanswered = unanswered + 1
      where id = :mailId and sent_at is null and given_up is null returning rsvp_id
      """;

  private static final String NOTE_HELD =
      "update mails set held_at = coalesce(held_at, :now) where id = :mailId";

  /** Not "is not null", or the planner may read the index of all that were given up. */
  private static final String REOPEN =
      """
      update mails set given_up = null, retried_at = :now, retried_by = :organizer
      where id = :mailId and coalesce(given_up, '') <> ''
      """;

  /** A mail of its own, about the same; what it tells of may have happened long ago. */
  private static final String REPEAT =
      """
      insert into mails (id, rsvp_id, meetup_id, kind, about, schedule_version, facts,
        occurred_at, queued_at, retried_at, retried_by,
        cause_topic, cause_partition, cause_offset, cause_id)
      select cast(:newId as uuid), rsvp_id, meetup_id, kind,
        split_part(about, '#', 1) || '#' || cast(cast(:newId as uuid) as text), schedule_version,
        facts, occurred_at, cast(:now as timestamptz), cast(:now as timestamptz), cast(:organizer as text),
        cause_topic, cause_partition, cause_offset, cause_id
      from mails where id = :mailId and sent_at is not null
      """;

  private static final String LAST_REPEAT =
      """
      select max(queued_at) from mails
      where rsvp_id = :rsvpId and kind = :kind and about like '%#%'
      """;

  private static final String REMOVE = "delete from mails where id = :mailId";

  private static final String REPLACE_ERRORS =
      """
      update mails set last_error = :reason where rsvp_id = :rsvpId and last_error is not null
      """;

  private static final int MAX_INSERTED_AT_ONCE = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;
  private final String accept;

  Mails(JdbcClient jdbc, NamedParameterJdbcOperations batches, Acceptance acceptance) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.accept = ACCEPT.formatted(acceptance.sql().strip());
  }

  /** Adds mails that are due now; those that were added before are left as they are. */
  void add(List<NewMail> mails, Instant now) {
    insert(ADD, mails, null, now);
  }

  /** Adds mails that were missed; those that were added before are left as they are. */
  void addMissed(List<NewMail> mails, String reason, Instant now) {
    insert(ADD_MISSED, mails, reason, now);
  }

  private void insert(String sql, List<NewMail> mails, @Nullable String reason, Instant now) {
    for (int from = 0; from < mails.size(); from += MAX_INSERTED_AT_ONCE) {
      List<NewMail> some = mails.subList(from, Math.min(from + MAX_INSERTED_AT_ONCE, mails.size()));
      batches.batchUpdate(
          sql,
          some.stream().map(mail -> row(mail, reason, now)).toArray(SqlParameterSource[]::new));
    }
  }

  private static SqlParameterSource row(NewMail mail, @Nullable String reason, Instant now) {
    return new MapSqlParameterSource()
        .addValue("id", mail.id())
        .addValue("rsvpId", mail.rsvpId())
        .addValue("meetupId", mail.meetupId())
        .addValue("kind", mail.kind().name())
        .addValue("about", mail.about())
        .addValue("scheduleVersion", mail.scheduleVersion())
        .addValue("facts", JSON.writeValueAsString(mail.facts()))
        .addValue("occurredAt", mail.occurredAt().atOffset(ZoneOffset.UTC))
        .addValue("now", now.atOffset(ZoneOffset.UTC))
        .addValue("reason", reason)
        .addValue("topic", mail.cause().topic())
        .addValue("partition", mail.cause().partition())
        .addValue("offset", mail.cause().offset())
        .addValue("eventId", mail.cause().eventId());
  }

  boolean existsSince(String rsvpId, MailKind kind, Instant occurredAfter) {
    return jdbc.sql(EXISTS_SINCE)
        .param("rsvpId", rsvpId)
        .param("kind", kind.name())
        .param("occurredAfter", occurredAfter.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /**
   * Notes the server's acceptance of mails, and that their recipients have been told what the mails
   * told: only now, so that an attempt that fails is followed by one that tells the same. One
   * statement, and so a transaction of its own where there is none. Returns how many were open.
   */
  public int accept(Collection<Mail> accepted, Instant now) {
    return jdbc.sql(accept)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("mailIds", texts(accepted, mail -> mail.id().toString()))
        .param("rsvpIds", texts(accepted, Mail::rsvpId))
        .query(Integer.class)
        .single();
  }

  private static String[] texts(Collection<Mail> mails, Function<Mail, String> part) {
    return mails.stream().map(part).toArray(String[]::new);
  }

  /**
   * Closes an open mail.
   *
   * @param attempts that were made since the last that was counted
   */
  public void giveUp(UUID mailId, MailStatus status, int attempts, String error) {
    jdbc.sql(GIVE_UP)
        .param("status", status.name())
        .param("attempts", attempts)
        .param("error", error)
        .param("mailId", mailId)
        .update();
  }

  /** Counts an attempt that failed; the mail stays open. */
  public void noteFailure(UUID mailId, boolean unanswered, String error) {
    jdbc.sql(NOTE_FAILURE)
        .param("unanswered", unanswered ? 1 : 0)
        .param("error", error)
        .param("mailId", mailId)
        .update();
  }

  /**
   * Counts an attempt with an unknown result, unless the mail is settled; returns the RSVP that the
   * mail is for.
   */
  public Optional<String> noteLost(UUID mailId) {
    return jdbc.sql(NOTE_LOST).param("mailId", mailId).query(String.class).optional();
  }

  /** Notes that it has to wait, or is not sent, because its mailbox had too many mails. */
  public void noteHeld(UUID mailId, Instant now) {
    jdbc.sql(NOTE_HELD).param("mailId", mailId).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  /** False unless it was given up. */
  boolean reopen(UUID mailId, @Nullable String organizer, Instant now) {
    return jdbc.sql(REOPEN)
            .param("mailId", mailId)
            .param("organizer", organizer)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /**
   * Puts mails back into the queue that were given up with that status, some of those that the
   * filter names; returns how many, and zero if none is left. Those that failed again since then
   * are left as they are.
   */
  int reopenSome(MailLog.Filter filter, MailStatus status, String organizer, Instant now) {
    String sql =
        """
        with wanted as (
          select id from mails
          where given_up = :status and (retried_at is null or retried_at < :now)%s
          order by mails.number limit 1000 for update skip locked
        ), reopened as (
          update mails set given_up = null, retried_at = :now, retried_by = :organizer
          where id in (select id from wanted) returning id, number, rsvp_id, meetup_id
        )
        insert into queued_mails (mail_id, number, rsvp_id, meetup_id, due_at)
        select id, number, rsvp_id, meetup_id, cast(:now as timestamptz) from reopened
        on conflict (mail_id) do nothing
        """
            .formatted(MailLog.conditions(filter));
    return jdbc.sql(sql)
        .param("status", status.name())
        .param("organizer", organizer)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("meetupId", filter.meetupId())
        .param("rsvpId", filter.rsvpId())
        .param("kind", filter.kind() == null ? null : filter.kind().name())
        .update();
  }

  /** Adds a mail like the one that was sent; false if that one was not. */
  boolean repeat(UUID mailId, UUID newId, @Nullable String organizer, Instant now) {
    return jdbc.sql(REPEAT)
            .param("organizer", organizer)
            .param("newId", newId)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("mailId", mailId)
            .update()
        == 1;
  }

  Optional<Instant> lastRepeat(String rsvpId, MailKind kind) {
    return jdbc.sql(LAST_REPEAT)
        .param("rsvpId", rsvpId)
        .param("kind", kind.name())
        .query((row, _) -> Optional.ofNullable(instant(row, "max")))
        .single();
  }

  public void remove(UUID mailId) {
    jdbc.sql(REMOVE).param("mailId", mailId).update();
  }

  /** Replaces the server's words about an erased address. */
  void replaceErrors(String rsvpId, String reason) {
    jdbc.sql(REPLACE_ERRORS).param("reason", reason).param("rsvpId", rsvpId).update();
  }

  /** A row of {@link #COLUMNS} and a status. */
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
        new Mail.Tries(
            row.getInt("attempts"), row.getInt("unanswered"), row.getString("last_error")),
        new Mail.Times(
            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
            row.getObject("queued_at", OffsetDateTime.class).toInstant(),
            instant(row, "sent_at"),
            retry(row),
            instant(row, "held_at")),
        new Cause(
            row.getString("cause_topic"),
            row.getInt("cause_partition"),
            row.getLong("cause_offset"),
            row.getString("cause_id")));
  }

  private static @Nullable Retry retry(ResultSet row) throws SQLException {
    Instant at = instant(row, "retried_at");
    return at == null ? null : new Retry(at, row.getString("retried_by"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
