package org.doorsopen.notification.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that senders have in hand. */
@Repository
class Claims {

  /**
   * Who claims: a sender has another hand each time that it begins, so that a process that was
   * taken for dead does not touch what its successor holds.
   */
  record Holder(int sender, UUID hand) {

    static Holder of(int sender) {
      return new Holder(sender, UUID.randomUUID());
    }
  }

  /** Nobody's words about who was erased while the mail was on its way. */
  private static final String WORDS =
      """
      case when exists (
        select from contact where contact.rsvp_id = mail.rsvp_id and erased_at is not null
      ) then ? else ? end\
      """;

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
                where status = 'QUEUED' and hand is null and next_attempt_at <= ?
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
  void startSending(List<Mail> mails, Holder holder) {
    database
        .sql(
            """
            update mail set hand = ?, sender = ?, attempts = attempts + 1
            where id = any(cast(? as uuid[]))
            """)
        .params(holder.hand(), holder.sender(), ids(mails))
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
                  update mail set status = 'SENT', hand = null, sent_at = ?, last_error = null
                  where id = ? and status = 'QUEUED' returning id, kind, rsvp_id
                ), told as (
                  update recipient set told_version = telling_version,
                    heard_version = case when kind = 'SCHEDULE_CHANGED' then telling_version
                      else heard_version end,
                    invited = invited or telling_invites
                  from sent where recipient.rsvp_id = sent.rsvp_id and telling_mail = sent.id
                ) select count(*) from sent
                """)
            .params(Timestamp.from(now), mail.id())
            .query(Integer.class)
            .single()
        == 1;
  }

  /**
   * @param hand that the mail is in; null for none, while it is {@link #due looked at}. What has
   *     come into another hand meanwhile is that one's alone.
   */
  void close(UUID id, @Nullable UUID hand, MailStatus status, String error) {
    database
        .sql(
            """
            update mail set status = ?, hand = null, last_error = %s
            where id = ? and status = 'QUEUED' and hand is not distinct from ?
            """
                .formatted(WORDS))
        .params(status.name(), MissedReasons.ERASED, error, id, hand)
        .update();
  }

  /** As {@link #close}, but it is due again then. */
  void putOff(UUID id, @Nullable UUID hand, Instant due, String error) {
    database
        .sql(
            """
            update mail set hand = null, next_attempt_at = ?, last_error = %s
            where id = ? and status = 'QUEUED' and hand is not distinct from ?
            """
                .formatted(WORDS))
        .params(Timestamp.from(due), MissedReasons.ERASED, error, id, hand)
        .update();
  }

  /** Could not even be looked at. */
  void countAttempt(UUID id) {
    database.sql("update mail set attempts = attempts + 1 where id = ?").param(id).update();
  }

  /** The server may have accepted it, and so may have brought the recipient a calendar. */
  void countUnanswered(UUID id) {
    database
        .sql(
            """
            with unanswered as (
              update mail set unanswered = unanswered + 1 where id = ? returning id, rsvp_id
            )
            update recipient set invited = invited or telling_invites from unanswered
            where recipient.rsvp_id = unanswered.rsvp_id and telling_mail = unanswered.id
            """)
        .param(id)
        .update();
  }

  /**
   * What the sender had in other hands, those of processes that died, is due now. Mails are handed
   * over in the order in which they are claimed, and each is settled before the next: only the
   * first that is not can have reached the server. Returns how many may have.
   */
  int recover(Holder holder) {
    List<UUID> mayBeAccepted =
        database
            .sql(
                """
                with found as (
                  select id, row_number() over (partition by hand order by next_attempt_at, number)
                    as place
                  from mail where status = 'QUEUED' and sender = ? and hand <> ?
                )
                update mail set hand = null, attempts = attempts - case place when 1 then 0 else 1 end
                from found where mail.id = found.id
                returning case place when 1 then mail.id end
                """)
            .params(holder.sender(), holder.hand())
            .query(UUID.class)
            .list()
            .stream()
            .filter(Objects::nonNull)
            .toList();
    mayBeAccepted.forEach(this::countUnanswered);
    return mayBeAccepted.size();
  }

  /** What is in that hand is due again, as if it had not been claimed. */
  void putBack(Holder holder) {
    database
        .sql(
            """
            update mail set hand = null, attempts = attempts - 1
            where status = 'QUEUED' and hand = ?
            """)
        .param(holder.hand())
        .update();
  }

  void remove(UUID id) {
    database.sql("delete from mail where id = ?").param(id).update();
  }
}
