package org.doorsopen.notification.mails;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outcome of each mail, for organizers. */
@Repository
public class MailLog {

  private static final String SELECT =
      """
      select case
          when sent_at is not null then 'SENT'
          when given_up is not null then given_up
          when exists (select from queued_mails where mail_id = mails.id) then 'QUEUED'
          else 'SENDING'
        end as status, %s
      """
          .formatted(Mails.COLUMNS);

  private static final String FIND = SELECT + "from mails where id = :id";

  /** Mails that were repeated count with those that they repeat. */
  private static final String OUTCOMES =
      """
      select kind, split_part(about, '#', 1) as about,
        count(sent_at) as sent,
        count(*) filter (where given_up = 'FAILED') as failed,
        count(*) filter (where given_up = 'MISSED') as missed,
        count(*) filter (where sent_at is null and given_up is null) as open
      from unnest((select cast(:rsvpIds as text[]))) as wanted (id)
        cross join lateral (
          select kind, about, sent_at, given_up, number from mails
          where rsvp_id = wanted.id and kind = any(cast(:kinds as text[])) offset 0) as mail
      group by 1, 2 order by max(number) desc limit :limit
      """;

  private static final String FORGET = "delete from mails where id = :id";

  private static final int PAGE = 500;
  private static final int MAX_OF_RSVPS = 5_000;
  private static final String SENT_TO =
      """
      select sent.rsvp_id, sent.id, sent.sent_at from unnest((select cast(:rsvpIds as text[]))) as wanted (id)
        cross join lateral (
          select rsvp_id, id, sent_at from mails where rsvp_id = wanted.id offset 0) as sent
      where sent.sent_at is not null
      """;

  private final JdbcClient jdbc;

  MailLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Mail> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(Mails::read).optional();
  }

  /** Mails to these RSVPs that ever were, the newest first; of very many only those. */
  public List<Mail> ofRsvps(Collection<String> rsvpIds) {
    return jdbc.sql(
            SELECT
                + " from mails where rsvp_id = any(cast(:rsvpIds as text[]))"
                + " order by mails.number desc limit :limit")
        .param("rsvpIds", rsvpIds.toArray(String[]::new))
        .param("limit", MAX_OF_RSVPS)
        .query(Mails::read)
        .list();
  }

  /**
   * The number of mails of a kind that are about the same, by what became of them.
   *
   * @param about as in {@link NewMail}
   * @param open that are on their way
   */
  public record Outcome(MailKind kind, String about, int sent, int failed, int missed, int open) {

    public int all() {
      return sent + failed + missed + open;
    }
  }

  /** Of the mails of these kinds to these RSVPs, the latest first. */
  public List<Outcome> outcomes(Collection<String> rsvpIds, Collection<MailKind> kinds, int limit) {
    return jdbc.sql(OUTCOMES)
        .param("rsvpIds", rsvpIds.toArray(String[]::new))
        .param("kinds", kinds.stream().map(MailKind::name).toArray(String[]::new))
        .param("limit", limit)
        .query((row, _) ->
            new Outcome(
                MailKind.valueOf(row.getString("kind")),
                row.getString("about"),
                row.getInt("sent"),
                row.getInt("failed"),
                row.getInt("missed"),
                row.getInt("open")))
        .list();
  }

  /** A mail that the server took, and when. */
  public record Sent(String rsvpId, UUID mailId, Instant at) {}

  /** All mails to these RSVPs that the server took, in any order. */
  public List<Sent> sentTo(Collection<String> rsvpIds) {
    return jdbc.sql(SENT_TO)
        .param("rsvpIds", rsvpIds.toArray(String[]::new))
        .query((row, _) ->
            new Sent(
                row.getString("rsvp_id"),
                row.getObject("id", UUID.class),
                row.getObject("sent_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Which mails are wanted; null for any.
   *
   * @param rsvpId in lower case
   * @param heldBack only those for which their mailboxes had no room at first
   */
  public record Filter(
      @Nullable String meetupId,
      @Nullable String rsvpId,
      @Nullable MailStatus status,
      @Nullable MailKind kind,
      boolean heldBack) {}

  /**
   * Newest first.
   *
   * @param before only mails with a smaller number
   */
  public List<Mail> find(Filter filter, long before, int limit) {
    StringBuilder sql =
        new StringBuilder(SELECT)
            .append(from(filter.status()))
            .append(" and mails.number < :before")
            .append(conditions(filter))
            .append(" order by mails.number desc limit :limit");
    return jdbc.sql(sql.toString())
        .param("before", before)
        .param("meetupId", filter.meetupId())
        .param("rsvpId", filter.rsvpId())
        .param("kind", filter.kind() == null ? null : filter.kind().name())
        .param("limit", limit)
        .query(Mails::read)
        .list();
  }

  /** For a statement about mails; the status is up to that. */
  static String conditions(Filter filter) {
    StringBuilder sql = new StringBuilder();
    if (filter.meetupId() != null) {
      sql.append(" and mails.meetup_id = :meetupId");
    }
    if (filter.rsvpId() != null) {
      sql.append(" and mails.rsvp_id = :rsvpId");
    }
    if (filter.heldBack()) {
      sql.append(" and held_at is not null");
    }
    if (filter.kind() != null) {
      sql.append(" and kind = :kind");
    }
    return sql.toString();
  }

  /** Forgets all mails of a meetup; it is over, so that none is open. */
  public void forget(String meetupId) {
    Filter ofMeetup = new Filter(meetupId, null, null, null, false);
    List<Mail> page = find(ofMeetup, Long.MAX_VALUE, PAGE);
    while (!page.isEmpty()) {
      page.forEach(mail -> jdbc.sql(FORGET).param("id", mail.id()).update());
      page = find(ofMeetup, page.getLast().number(), PAGE);
    }
  }

  /** Open mails are few among many, so they are found by way of the queue and the batches. */
  private static String from(@Nullable MailStatus status) {
    return switch (status) {
      case null -> "from mails where true";
      case QUEUED ->
          """
          from queued_mails join mails on id = mail_id
          where sent_at is null and given_up is null\
          """;
      case SENDING ->
          """
          from batches cross join unnest(mail_ids) as claimed (mail_id) join mails on id = claimed.mail_id
          where sent_at is null and given_up is null
            and not exists (select from queued_mails where mail_id = mails.id)\
          """;
      case SENT -> "from mails where sent_at is not null";
      case FAILED, MISSED -> "from mails where given_up = '" + status + "'";
    };
  }
}
