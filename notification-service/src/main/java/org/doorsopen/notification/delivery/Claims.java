package org.doorsopen.notification.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that senders have in hand. */
@Repository
class Claims {

  private final JdbcClient database;

  Claims(JdbcClient database) {
    this.database = database;
  }

  /** The mails that have been due for longest, and that nobody else looks at; held until commit. */
  List<Mail> due(Instant now, int most) {
    return database
        .sql(
            Mails.COLUMNS
                + """
                where status = 'QUEUED' and in_hand_of is null and next_attempt_at <= ?
                order by next_attempt_at, number limit ? for update skip locked
                """)
        .params(Timestamp.from(now), most)
        .query(Mails::read)
        .list();
  }

  /**
   * Which of the mails have earlier ones to the same RSVP before them, and when the last of those
   * is tried again. The planner is kept from looking for them by their status: before its
   * statistics know of a long queue it would read all of that for each claim.
   */
  Map<UUID, Instant> waiting(List<Mail> mails) {
    Map<UUID, Instant> waiting = new HashMap<>();
    database
        .sql(
            """
            select id, due from (
              select id, (
                select max(next_attempt_at) from mail as earlier
                where earlier.rsvp_id = mail.rsvp_id and earlier.number < mail.number
                  and (earlier.status = 'QUEUED') is true) as due
              from mail where id = any(cast(? as uuid[]))
            ) as claimed where due is not null
            """)
        .param(ids(mails))
        .query(row -> {
          waiting.put(row.getObject("id", UUID.class), row.getTimestamp("due").toInstant());
        });
    return waiting;
  }

  /** Written where no index knows of it: the row stays in its place, and so does every index. */
  void startSending(List<Mail> mails, int sender) {
    database
        .sql(
            """
            update mail set in_hand_of = ?, attempts = attempts + 1
            where id = any(cast(? as uuid[]))
            """)
        .params(sender, ids(mails))
        .update();
  }

  private static String[] ids(List<Mail> mails) {
    return mails.stream().map(mail -> mail.id().toString()).toArray(String[]::new);
  }

  void waitUntil(UUID id, Instant due) {
    database
        .sql("update mail set next_attempt_at = ? where id = ?")
        .params(Timestamp.from(due), id)
        .update();
  }

  /**
   * Notes the server's acceptance, and that the recipient has been told what the mail told: only
   * now, so that an attempt that fails is followed by one that tells the same. One statement, and
   * so a transaction of its own where there is none. False if it was known.
   */
  boolean sent(Mail mail, Instant now) {
    return database
            .sql(
                """
                with sent as (
                  update mail set status = 'SENT', in_hand_of = null, sent_at = ?, last_error = null
                  where id = ? and status = 'QUEUED' returning id, kind, rsvp_id
                ), told as (
                  update recipient set told_version = telling_version,
                    heard_version = case when kind = 'SCHEDULE_CHANGED' then telling_version
                      else heard_version end
                  from sent where recipient.rsvp_id = sent.rsvp_id and telling_mail = sent.id
                ) select count(*) from sent
                """)
            .params(Timestamp.from(now), mail.id())
            .query(Integer.class)
            .single()
        == 1;
  }

  void close(UUID id, MailStatus status, String error) {
    database
        .sql("update mail set status = ?, in_hand_of = null, last_error = ? where id = ?")
        .params(status.name(), error, id)
        .update();
  }

  void putOff(UUID id, Instant due, String error) {
    database
        .sql("update mail set in_hand_of = null, next_attempt_at = ?, last_error = ? where id = ?")
        .params(Timestamp.from(due), error, id)
        .update();
  }

  /** Could not even be looked at. */
  void countAttempt(UUID id) {
    database.sql("update mail set attempts = attempts + 1 where id = ?").param(id).update();
  }

  void countUnanswered(UUID id) {
    database.sql("update mail set unanswered = unanswered + 1 where id = ?").param(id).update();
  }

  /**
   * What the sender had in hand when its process died is due now. Mails are handed over in the
   * order in which they are claimed, and each is settled before the next: only the first that is
   * not can have reached the server. Returns how many may have.
   */
  int recover(int sender) {
    return putBack(sender, 1);
  }

  /** What the sender has in hand and has not handed over is due again, as if it had not been. */
  void putBack(int sender) {
    putBack(sender, 0);
  }

  private int putBack(int sender, int handedOver) {
    return database
        .sql(
            """
            with hand as (
              select id, row_number() over (order by next_attempt_at, number) as place
              from mail where status = 'QUEUED' and in_hand_of = :sender
            ), back as (
              update mail set in_hand_of = null,
                unanswered = unanswered + case when place <= :handedOver then 1 else 0 end,
                attempts = attempts - case when place <= :handedOver then 0 else 1 end
              from hand where mail.id = hand.id returning place
            ) select count(*) from back where place <= :handedOver
            """)
        .param("sender", sender)
        .param("handedOver", handedOver)
        .query(Integer.class)
        .single();
  }

  void remove(UUID id) {
    database.sql("delete from mail where id = ?").param(id).update();
  }
}
