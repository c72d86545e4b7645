package org.doorsopen.notification.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that senders have in hand, each sender one. */
@Repository
class Claims {

  private final JdbcClient database;

  Claims(JdbcClient database) {
    this.database = database;
  }

  /** The mail that has been due for longest, and that nobody else looks at; held until commit. */
  Optional<Mail> nextDue(Instant now) {
    return database
        .sql(
            Mails.COLUMNS
                + """
                where status = 'QUEUED' and next_attempt_at <= ?
                order by next_attempt_at, number limit 1 for update skip locked
                """)
        .param(Timestamp.from(now))
        .query(Mails::read)
        .optional();
  }

  /** When the mails of the same RSVP that were queued before are tried again, the last of them. */
  Optional<Instant> earlierOneIsDue(Mail mail) {
    return database
        .sql(
            """
            select max(next_attempt_at) from mail
            where rsvp_id = ? and number < ? and status in ('QUEUED', 'SENDING')
            """)
        .params(mail.rsvpId(), mail.number())
        .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  void startSending(UUID id, int sender) {
    database
        .sql(
            """
            update mail set status = 'SENDING', attempts = attempts + 1, sender = ? where id = ?
            """)
        .params(sender, id)
        .update();
  }

  void waitUntil(UUID id, Instant due) {
    database
        .sql("update mail set next_attempt_at = ? where id = ?")
        .params(Timestamp.from(due), id)
        .update();
  }

  /** False if that was known. */
  boolean sent(Mail mail, Instant now) {
    return database
            .sql(
                """
                update mail set status = 'SENT', sent_at = ?, last_error = null
                where id = ? and status in ('QUEUED', 'SENDING')
                """)
            .params(Timestamp.from(now), mail.id())
            .update()
        == 1;
  }

  void close(UUID id, MailStatus status, String error) {
    database
        .sql("update mail set status = ?, last_error = ? where id = ?")
        .params(status.name(), error, id)
        .update();
  }

  void putOff(UUID id, Instant due, String error) {
    database
        .sql("update mail set status = 'QUEUED', next_attempt_at = ?, last_error = ? where id = ?")
        .params(Timestamp.from(due), error, id)
        .update();
  }

  /** Could not even be written. */
  void countAttempt(UUID id) {
    database.sql("update mail set attempts = attempts + 1 where id = ?").param(id).update();
  }

  void countUnanswered(UUID id) {
    database.sql("update mail set unanswered = unanswered + 1 where id = ?").param(id).update();
  }

  /** What the sender had in hand when its process died is due now; returns how many that were. */
  int recover(int sender, Instant now) {
    return database
        .sql(
            """
            update mail set status = 'QUEUED', unanswered = unanswered + 1, next_attempt_at = ?
            where status = 'SENDING' and sender = ?
            """)
        .params(Timestamp.from(now), sender)
        .update();
  }

  void remove(UUID id) {
    database.sql("delete from mail where id = ?").param(id).update();
  }
}
