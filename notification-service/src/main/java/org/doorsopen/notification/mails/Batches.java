package org.doorsopen.notification.mails;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails that senders have claimed: a row for each sender that runs, or that died and has no
 * successor yet. So the table never has more than a few rows, and reading all of it is a good plan.
 */
@Repository
public class Batches {

  /**
   * A run of a sender. It has an id of its own, so that a process that was taken for dead does not
   * touch what its successor holds.
   */
  public record Claimant(int sender, UUID claimId) {

    public static Claimant of(int sender) {
      return new Claimant(sender, UUID.randomUUID());
    }
  }

  /** A mail of a batch, and since when it has been due. */
  public record Claimed(UUID mailId, Instant dueAt) {}

  /**
   * For a statement that has {@code mail}s, to the RSVPs in its parameter {@code rsvpIds}: whether
   * a sender has one to the same RSVP. What senders have is looked through once for all of them.
   */
  static final String IS_CLAIMED =
      """
      mail.rsvp_id in (
        select claimed.rsvp_id from batches
          cross join lateral unnest(mail_ids, rsvp_ids) as claimed (mail_id, rsvp_id)
        where claimed.rsvp_id = any((select cast(:rsvpIds as text[]))::text[]) and (
          select sent_at is null and given_up is null from mails where id = claimed.mail_id))\
      """;

  private static final String CLAIM =
      """
      insert into batches (claim_id, sender, mail_ids, rsvp_ids, due_ats)
      values (:claimId, :sender, cast(:mailIds as uuid[]), cast(:rsvpIds as text[]),
        cast(:dueAts as timestamptz[]))
      on conflict (claim_id) do update set mail_ids = excluded.mail_ids,
        rsvp_ids = excluded.rsvp_ids, due_ats = excluded.due_ats
      """;

  private static final String SETTLE =
      """
      update batches set mail_ids = array_replace(
        mail_ids, cast(:mailId as uuid), '00000000-0000-0000-0000-000000000000')
      where claim_id = :claimId and :mailId = any(mail_ids)
      """;

  private static final String END =
      "delete from batches where claim_id = :claimId returning mail_ids, due_ats";

  private static final String END_OTHERS =
      """
      delete from batches where sender = :sender and claim_id <> :claimId
      returning mail_ids, due_ats
      """;

  private final JdbcClient jdbc;

  Batches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Replaces the batch before it, which must be empty. */
  public void claim(Claimant claimant, List<QueuedMails.Due> mails) {
    jdbc.sql(CLAIM)
        .param("claimId", claimant.claimId())
        .param("sender", claimant.sender())
        .param("mailIds", texts(mails, due -> due.mail().id()))
        .param("rsvpIds", texts(mails, due -> due.mail().rsvpId()))
        .param("dueAts", texts(mails, due -> due.place().dueAt()))
        .update();
  }

  private static String[] texts(
      List<QueuedMails.Due> mails, Function<QueuedMails.Due, Object> part) {
    return mails.stream().map(part).map(Object::toString).toArray(String[]::new);
  }

  /**
   * Takes a mail out of the batch, before it is given up or put back into the queue; false if it is
   * not in the batch, or no longer, because another process has taken over.
   */
  public boolean settle(Claimant claimant, UUID mailId) {
    return jdbc.sql(SETTLE).param("claimId", claimant.claimId()).param("mailId", mailId).update()
        == 1;
  }

  /** Ends a batch and returns its mails in order; some of them may have been sent. */
  public List<Claimed> end(Claimant claimant) {
    return jdbc.sql(END).param("claimId", claimant.claimId()).query(Batches::read).list().stream()
        .flatMap(List::stream)
        .toList();
  }

  /** As {@link #end}, for each batch that earlier runs of the same sender left. */
  public List<List<Claimed>> endThoseBefore(Claimant claimant) {
    return jdbc.sql(END_OTHERS)
        .param("sender", claimant.sender())
        .param("claimId", claimant.claimId())
        .query(Batches::read)
        .list();
  }

  private static List<Claimed> read(ResultSet row, int number) throws SQLException {
    UUID[] mailIds = (UUID[]) row.getArray("mail_ids").getArray();
    Timestamp[] dueAts = (Timestamp[]) row.getArray("due_ats").getArray();
    List<Claimed> mails = new ArrayList<>();
    for (int i = 0; i < mailIds.length; i++) {
      mails.add(new Claimed(mailIds[i], dueAts[i].toInstant()));
    }
    return mails;
  }
}
