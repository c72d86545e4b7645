package org.doorsopen.notification.mails;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails that wait to be claimed, and no others.
 *
 * <p>The table fills and drains faster than PostgreSQL makes statistics of it. So each statement is
 * written in a way that has one sensible plan, whatever the statistics say: a row by its key, or
 * the first rows of an index. Arrays come as sub-selects, here and in every other statement that it
 * takes to send a mail: PostgreSQL would otherwise plan it anew each time for the length of the
 * array, which takes longer than the statement. {@code QueuePlansIT} asks PostgreSQL for the plans.
 */
@Repository
public class QueuedMails {

  /** Where in the queue a mail stands: the order in which mails are claimed. */
  public record Place(Instant dueAt, long number) implements Comparable<Place> {

    public static final Place FIRST = new Place(Instant.EPOCH, 0);

    @Override
    public int compareTo(Place other) {
      int byTime = dueAt.compareTo(other.dueAt);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  /** A mail that is due. */
  public record Due(Place place, Mail mail) {}

  /**
   * The values come as sub-selects so that the planner does not know them: with an unknown limit it
   * expects to read only a part of the rows, for which nothing is cheaper than the index that has
   * them in order. With values it trusts its statistics; if these say that the queue is short, it
   * would read and sort a long queue for each claim.
   *
   * <p>The mails come in any order, because rows that are locked may have changed.
   */
  private static final String DUE =
      """
      select due_at, case when sent_at is not null then 'SENT' else coalesce(given_up, 'QUEUED') end
        as status, %s
      from (
        select mail_id, due_at from queued_mails
        where (due_at, number) >=
            ((select cast(:fromTime as timestamptz)), (select cast(:fromNumber as bigint)))
          and due_at <= (select cast(:now as timestamptz))
        order by due_at, number limit (select cast(:limit as integer))
        for update skip locked
      ) as due cross join lateral (select * from mails where id = due.mail_id offset 0) as mails
      """
          .formatted(Mails.COLUMNS);

  /**
   * One statement, because a mail may be on its way from the queue into a batch, or back. Without
   * the offset, the latest due time might be looked for in the index of all due times.
   */
  private static final String EARLIER =
      """
      select mail.id, (
          select max(due_at) from (
            select due_at from queued_mails as earlier
            where earlier.rsvp_id = mail.rsvp_id and earlier.number < mail.number
              and not earlier.held
            offset 0) as earlier) as due_at,
        %s as claimed
      from unnest((select cast(:ids as uuid[])), (select cast(:rsvpIds as text[])),
          (select cast(:numbers as bigint[])))
        as mail (id, rsvp_id, number)
      """
          .formatted(Batches.IS_CLAIMED);

  private static final String ADD =
      """
      insert into queued_mails (mail_id, number, rsvp_id, meetup_id, due_at)
      select id, number, rsvp_id, meetup_id, cast(:dueAt as timestamptz) from mails
      where id = :mailId and sent_at is null and given_up is null
      on conflict (mail_id) do nothing
      """;

  private static final String PUT_OFF =
      """
      update queued_mails set due_at = :dueAt, awaits_version = cast(:awaits as integer)
      where mail_id = :mailId
      """;

  private static final String HOLD =
      "update queued_mails set due_at = :dueAt, held = true where mail_id = :mailId";

  private static final String REMOVE = "delete from queued_mails where mail_id = :mailId";

  private static final String HURRY =
      "update queued_mails set due_at = :now where rsvp_id = :rsvpId";

  private static final String HURRY_AFTER =
      """
      update queued_mails set due_at = :now
      where meetup_id = :meetupId and awaits_version > (select cast(:version as integer))
      """;

  private static final String REMOVE_OF_RSVP =
      "delete from queued_mails where rsvp_id = :rsvpId returning mail_id";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  QueuedMails(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * The mails that have been due for longest and that no other transaction holds, in order; they
   * are held until the transaction ends.
   *
   * @param from where to begin, because the index ahead of it may still be full of mails that are
   *     gone
   */
  public List<Due> due(Place from, Instant now, int limit) {
    return jdbc
        .sql(DUE)
        .param("fromTime", from.dueAt().atOffset(ZoneOffset.UTC))
        .param("fromNumber", from.number())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(QueuedMails::read)
        .list()
        .stream()
        .sorted(Comparator.comparing(Due::place))
        .toList();
  }

  private static Due read(ResultSet row, int number) throws SQLException {
    Mail mail = Mails.read(row, number);
    return new Due(
        new Place(row.getObject("due_at", OffsetDateTime.class).toInstant(), mail.number()), mail);
  }

  /**
   * Tells which of the mails have to wait for another mail to the same RSVP, and until when: until
   * the earlier one in the queue is tried again, or {@code now} where a sender has one.
   */
  public Map<UUID, Instant> waiting(List<Mail> mails, Instant now) {
    Map<UUID, Instant> waiting = new HashMap<>();
    jdbc.sql(EARLIER)
        .param("ids", mails.stream().map(mail -> mail.id().toString()).toArray(String[]::new))
        .param("rsvpIds", mails.stream().map(Mail::rsvpId).toArray(String[]::new))
        .param("numbers", mails.stream().map(Mail::number).toArray(Long[]::new))
        .query(row -> {
          OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
          if (dueAt != null) {
            waiting.put(row.getObject("id", UUID.class), dueAt.toInstant());
          } else if (row.getBoolean("claimed")) {
            waiting.put(row.getObject("id", UUID.class), now);
          }
        });
    return waiting;
  }

  /** Puts a mail into the queue, if it is open and not in it already. */
  public void add(UUID mailId, Instant dueAt) {
    jdbc.sql(ADD).param("mailId", mailId).param("dueAt", dueAt.atOffset(ZoneOffset.UTC)).update();
  }

  /**
   * @param awaitsVersion of the meetup, without which the mail cannot be sent; null if it waits for
   *     something else
   */
  public void putOff(UUID mailId, Instant dueAt, @Nullable Integer awaitsVersion) {
    jdbc.sql(PUT_OFF)
        .param("mailId", mailId)
        .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
        .param("awaits", awaitsVersion)
        .update();
  }

  /** Puts off a mail for which later mails to the same RSVP do not wait. */
  public void hold(UUID mailId, Instant dueAt) {
    jdbc.sql(HOLD).param("mailId", mailId).param("dueAt", dueAt.atOffset(ZoneOffset.UTC)).update();
  }

  public void remove(UUID mailId) {
    jdbc.sql(REMOVE).param("mailId", mailId).update();
  }

  public void remove(List<Mail> mails) {
    batches.batchUpdate(
        REMOVE,
        mails.stream()
            .map(mail -> new MapSqlParameterSource("mailId", mail.id()))
            .toArray(SqlParameterSource[]::new));
  }

  /** Makes mails due now that wait for the contact of an RSVP. */
  void hurry(String rsvpId, Instant now) {
    jdbc.sql(HURRY).param("rsvpId", rsvpId).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  /** Makes mails due now that wait for a version of the meetup newer than the given one. */
  void hurryAfter(String meetupId, int version, Instant now) {
    jdbc.sql(HURRY_AFTER)
        .param("meetupId", meetupId)
        .param("version", version)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Returns the mails that were removed. */
  List<UUID> removeOfRsvp(String rsvpId) {
    return jdbc.sql(REMOVE_OF_RSVP).param("rsvpId", rsvpId).query(UUID.class).list();
  }
}
