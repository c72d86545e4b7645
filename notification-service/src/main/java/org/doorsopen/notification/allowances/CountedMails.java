package org.doorsopen.notification.allowances;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.notification.allowances.Allowance.Counted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails of the last day by mailbox, for all processes together. A mailbox is a pseudonym, which
 * is forgotten after the day.
 */
@Repository
class CountedMails {

  /** In one order everywhere, so that no two transactions wait for each other. */
  private static final String LOCK =
      """
      select count(pg_advisory_xact_lock(mailbox)) from (
        select distinct hashtextextended(mailbox, 0) as mailbox
        from unnest(cast(:mailboxes as text[])) as mailboxes (mailbox) order by 1 offset 0
      ) as mailboxes
      """;

  /** A statement of its own, because it has to see what was committed before the lock was given. */
  private static final String FIND =
      """
      select counted.* from unnest((select cast(:mailboxes as text[]))) as wanted (mailbox)
        cross join lateral (
          select * from counted_mails where mailbox = wanted.mailbox
            and counted_at > cast(:since as timestamptz) offset 0
        ) as counted
      """;

  private static final String COUNT =
      """
      insert into counted_mails (mail_id, mailbox, precedence, counted_at)
      select cast(id as uuid), mailbox, precedence, cast(:now as timestamptz)
      from unnest(cast(:ids as text[]), cast(:mailboxes as text[]), cast(:precedences as text[]))
        as mails (id, mailbox, precedence)
      on conflict (mailbox, mail_id) do update set counted_at = excluded.counted_at
      """;

  private static final String FORGET = "delete from counted_mails where counted_at <= :until";

  private final JdbcClient jdbc;

  CountedMails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A mail that was let through to a mailbox. */
  record Row(UUID mailId, Counted counted) {}

  /** A mail that is about to be let through. */
  record NewRow(UUID mailId, String mailbox, Precedence precedence) {}

  /** Until the caller's transaction ends, no other one counts mails to these mailboxes. */
  void lock(Collection<String> mailboxes) {
    jdbc.sql(LOCK).param("mailboxes", array(mailboxes)).query(Long.class).single();
  }

  /** By mailbox; only those that were counted after the given time. */
  Map<String, List<Row>> since(Instant since, Collection<String> mailboxes) {
    Map<String, List<Row>> found = new HashMap<>();
    jdbc.sql(FIND)
        .param("mailboxes", array(mailboxes))
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(row -> {
          found
              .computeIfAbsent(row.getString("mailbox"), _ -> new ArrayList<>())
              .add(
                  new Row(
                      row.getObject("mail_id", UUID.class),
                      new Counted(
                          Precedence.valueOf(row.getString("precedence")),
                          row.getObject("counted_at", OffsetDateTime.class).toInstant())));
        });
    return found;
  }

  void count(List<NewRow> mails, Instant now) {
    jdbc.sql(COUNT)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", mails.stream().map(mail -> mail.mailId().toString()).toArray(String[]::new))
        .param("mailboxes", mails.stream().map(NewRow::mailbox).toArray(String[]::new))
        .param(
            "precedences",
            mails.stream().map(mail -> mail.precedence().name()).toArray(String[]::new))
        .update();
  }

  void forget(Instant until) {
    jdbc.sql(FORGET).param("until", until.atOffset(ZoneOffset.UTC)).update();
  }

  private static String[] array(Collection<String> mailboxes) {
    return mailboxes.toArray(String[]::new);
  }
}
