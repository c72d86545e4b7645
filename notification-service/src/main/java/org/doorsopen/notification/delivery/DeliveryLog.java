package org.doorsopen.notification.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What became of each mail, for organizers. */
@Repository
class DeliveryLog {

  private static final String SELECT =
      """
      select case
          when sent_at is not null then 'SENT'
          when given_up is not null then given_up
          when exists (select from queued_mails where mail_id = mail.id) then 'QUEUED'
          else 'SENDING'
        end as status, %s
      """
          .formatted(Mails.COLUMNS);

  private static final String FIND = SELECT + "from mail where id = :id";

  private final JdbcClient jdbc;

  DeliveryLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Mail> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(Mails::read).optional();
  }

  /** Newest first; one more than the query's limit where there is a next page. */
  List<Mail> find(EmailsQuery query) {
    StringBuilder sql =
        new StringBuilder(SELECT).append(from(query.status())).append(" and mail.number < :before");
    if (query.meetupId() != null) {
      sql.append(" and mail.meetup_id = :meetupId");
    }
    if (query.rsvpId() != null) {
      sql.append(" and mail.rsvp_id = :rsvpId");
    }
    if (query.kind() != null) {
      sql.append(" and kind = :kind");
    }
    sql.append(" order by mail.number desc limit :limit");
    StatementSpec statement =
        jdbc.sql(sql.toString())
            .param("before", query.before())
            .param("meetupId", query.meetupId())
            .param("rsvpId", query.rsvpId())
            .param("kind", query.kind() == null ? null : query.kind().name())
            .param("limit", query.limit() + 1);
    return statement.query(Mails::read).list();
  }

  /** What is open is few of many: it is found by the queue and the batches. */
  private static String from(@Nullable MailStatus status) {
    return switch (status) {
      case null -> "from mail where true";
      case QUEUED ->
          """
          from queued_mails join mail on id = mail_id
          where sent_at is null and given_up is null\
          """;
      case SENDING ->
          """
          from batches cross join unnest(mail_ids) as claimed (mail_id) join mail on id = claimed.mail_id
          where sent_at is null and given_up is null
            and not exists (select from queued_mails where mail_id = mail.id)\
          """;
      case SENT -> "from mail where sent_at is not null";
      case FAILED, MISSED -> "from mail where given_up = '" + status + "'";
    };
  }
}
