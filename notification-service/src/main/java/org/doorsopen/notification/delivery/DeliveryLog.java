package org.doorsopen.notification.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What became of each mail, for organizers. */
@Repository
class DeliveryLog {

  private final JdbcClient database;

  DeliveryLog(JdbcClient database) {
    this.database = database;
  }

  Optional<Mail> find(UUID id) {
    return database.sql(Mails.COLUMNS + "where id = ?").param(id).query(Mails::read).optional();
  }

  /** Newest first; one more than the query's limit where there is a next page. */
  List<Mail> find(EmailsQuery query) {
    StringBuilder sql = new StringBuilder(Mails.COLUMNS).append("where number < :before");
    if (query.meetupId() != null) {
      sql.append(" and meetup_id = :meetupId");
    }
    if (query.rsvpId() != null) {
      sql.append(" and rsvp_id = :rsvpId");
    }
    if (query.status() != null) {
      sql.append(" and ").append(is(query.status()));
    }
    if (query.kind() != null) {
      sql.append(" and kind = :kind");
    }
    sql.append(" order by number desc limit :limit");
    StatementSpec statement =
        database
            .sql(sql.toString())
            .param("before", query.before())
            .param("meetupId", query.meetupId())
            .param("rsvpId", query.rsvpId())
            .param("kind", query.kind() == null ? null : query.kind().name())
            .param("limit", query.limit() + 1);
    return statement.query(Mails::read).list();
  }

  /** Named rather than a parameter, so that the planner sees which index knows those. */
  private static String is(MailStatus status) {
    return switch (status) {
      case QUEUED -> "status = 'QUEUED' and hand is null";
      case SENDING -> "status = 'QUEUED' and hand is not null";
      case SENT, FAILED, MISSED -> "status = '" + status + "'";
    };
  }
}
